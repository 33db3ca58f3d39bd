package org.arrears.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds one loan made to show something; days count from the first night, nights from 0. */
final class StoryLoan {
    private final String shows;
    private final LocalDate asOf;
    private final Plan plan;
    private final List<Installment> schedule;
    private final List<Posting> postings = new ArrayList<>();
    private final List<Hold> holds = new ArrayList<>();
    private final List<Promise> promises = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private Loan loan;
    private boolean sharesCustomer;
    private boolean phoneKnown = true;
    private boolean addressKnown = true;

    /** A loan paid on its days up to the installment that fell due {@code overdueDays} before the first night. */
    StoryLoan(String shows, LocalDate asOf, Terms terms, int paid, int overdueDays) {
        this.shows = shows;
        this.asOf = asOf;
        this.plan = terms.at(paid, asOf.minusDays(overdueDays));
        this.schedule = plan.schedule();
        this.loan = Loan.plain(0, 0, plan);
        for (Installment installment : schedule.subList(0, paid)) {
            postings.add(Posting.payment(0, installment.dueOn(), installment.total()));
        }
    }

    StoryLoan pays(int night, int day, long amount) {
        postings.add(Posting.payment(night, asOf.plusDays(day), amount));
        return this;
    }

    /** Pays so many percent of the oldest installment the plan leaves open. */
    StoryLoan paysPart(int night, int day, int percent) {
        return pays(night, day, next().total() * percent / 100);
    }

    /** Pays everything due by that day, and a little more. */
    StoryLoan clears(int night, int day) {
        LocalDate payDay = asOf.plusDays(day);
        long amount = 0;
        for (Installment open : schedule.subList(plan.paid(), schedule.size())) {
            if (!open.dueOn().isAfter(payDay)) {
                amount += open.clearedBy(payDay, plan.currency());
            }
        }
        return pays(night, day, amount);
    }

    StoryLoan waives(int night, int day, String component, long amount) {
        postings.add(Posting.waiver(night, asOf.plusDays(day), amount, component));
        return this;
    }

    /** Reverses the posting before the latest by so many. */
    StoryLoan reverses(int night, int day, int back) {
        Posting reversed = postings.get(postings.size() - 1 - back);
        postings.add(Posting.reversal(night, asOf.plusDays(day), reversed.amount(), postings.size() - back));
        return this;
    }

    StoryLoan reversesAnUnknownTransaction(int night, int day, long amount) {
        postings.add(Posting.reversal(night, asOf.plusDays(day), amount, Posting.AN_UNKNOWN_TRANSACTION));
        return this;
    }

    StoryLoan held(int night, String scope, String reason, int sinceDay, String channels) {
        boolean wholeCustomer = scope.equals("customer");
        holds.add(new Hold(night, wholeCustomer, reason, asOf.plusDays(sinceDay), Optional.empty(), channels));
        return this;
    }

    /** Ends the latest hold; one night's file states a hold once. */
    StoryLoan holdEnds(int night, int day) {
        Hold begun = holds.get(holds.size() - 1);
        if (begun.night() == night) {
            holds.remove(begun);
        }
        holds.add(begun.ending(night, asOf.plusDays(day)));
        return this;
    }

    StoryLoan promises(int night, int madeDay, int dueDay) {
        promises.add(new Promise(
                night,
                asOf.plusDays(madeDay),
                asOf.plusDays(dueDay),
                next().clearedBy(asOf.plusDays(dueDay), plan.currency())));
        return this;
    }

    StoryLoan settled(int night) {
        if (night == 0) {
            loan = loan.withStatus(LoanStatus.SETTLED);
        } else {
            changes.add(new Change(night, loan.withStatus(LoanStatus.SETTLED), schedule, false));
        }
        return this;
    }

    StoryLoan writtenOff() {
        loan = loan.withStatus(LoanStatus.WRITTEN_OFF);
        return this;
    }

    StoryLoan accelerated(int day) {
        loan = loan.acceleratedOn(asOf.plusDays(day));
        return this;
    }

    StoryLoan manualClass(String name) {
        loan = loan.withManualClass(name);
        return this;
    }

    StoryLoan penalty(int basisPoints) {
        loan = loan.withPenalty(basisPoints);
        return this;
    }

    /** Every installment not paid moves by so many months; the whole schedule is sent again. */
    StoryLoan rescheduled(int night, int months) {
        List<Installment> moved = new ArrayList<>();
        for (Installment row : schedule) {
            moved.add(row.seq() <= plan.paid() ? row : row.dueOn(row.dueOn().plusMonths(months)));
        }
        changes.add(new Change(night, loan, moved, true));
        return this;
    }

    StoryLoan ofTheSameCustomer() {
        sharesCustomer = true;
        return this;
    }

    StoryLoan withoutPhone() {
        phoneKnown = false;
        return this;
    }

    StoryLoan withoutAddress() {
        addressKnown = false;
        return this;
    }

    /** Gives the story its place in the book. */
    void numbered(int index, int customer) {
        loan = loan.numbered(index, customer);
        changes.replaceAll(change -> new Change(
                change.night(), change.loan().numbered(index, customer), change.schedule(), change.newSchedule()));
    }

    Account account() {
        return new Account(loan, schedule, postings, holds, promises, changes);
    }

    boolean sharesCustomer() {
        return sharesCustomer;
    }

    Customer known(Customer customer) {
        Customer phoned = phoneKnown ? customer : customer.withoutPhone();
        return addressKnown ? phoned : phoned.withoutAddress();
    }

    String shows() {
        return shows;
    }

    Installment next() {
        return schedule.get(plan.paid());
    }

    /** The installment last paid, or the first. */
    Installment last() {
        return schedule.get(Math.max(0, plan.paid() - 1));
    }
}
