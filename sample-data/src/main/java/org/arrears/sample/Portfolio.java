package org.arrears.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The book of loans: the story loans first, then as many drawn ones as asked for, each made anew when needed. */
final class Portfolio {
    private static final int[][] PAST_DUE_DAYS = {
        {140, 1, 3},
        {340, 4, 30},
        {150, 31, 60},
        {100, 61, 90},
        {80, 91, 120},
        {60, 121, 150},
        {40, 151, 180},
        {40, 181, 270},
        {30, 271, 360},
        {20, 361, 720}
    };
    private static final int SETTLED_PER_MILLION = 40_000;
    private static final int MOST_DAYS_TO_DUE = 27;
    private static final int MOST_MONTHS_BACK = 24;
    private static final String[] HOLD_REASONS = {"dispute", "hardship", "complaint", "litigation", "do-not-contact"};
    private static final String[] CLASSES = {"关注", "次级", "可疑"};

    private final Request request;
    private final People people;
    private final List<StoryLoan> stories;
    private final int storyCustomers;

    Portfolio(Request request) {
        this.request = request;
        this.people = new People(request.seed());
        this.stories = Stories.of(request.asOf());
        this.storyCustomers = Stories.customers(stories);
    }

    int stories() {
        return stories.size();
    }

    Account account(int index) {
        return index < stories.size() ? stories.get(index).account() : drawn(index);
    }

    /** The loan which brings its customer into the files; later loans of the same customer do not. */
    boolean opensCustomer(int index) {
        return index < stories.size()
                ? !stories.get(index).sharesCustomer()
                : index - stories.size() < request.customers() - storyCustomers;
    }

    /** The customer of a loan that {@link #opensCustomer}. */
    Customer customer(Account account) {
        int index = account.loan().customer();
        LoanCurrency currency = account.loan().plan().currency();
        Customer customer = currency == LoanCurrency.CNY ? people.chinese(index) : people.english(index, currency);
        return account.loan().index() < stories.size()
                ? stories.get(account.loan().index()).known(customer)
                : customer;
    }

    /** A loan opened on a later night, by a new customer. */
    Account opened(int night, int ordinal) {
        int later = (night - 1) * request.newLoansPerNight() + ordinal;
        int index = request.loans() + later;
        Dice dice = new Dice(request.seed(), Dice.Purpose.LOAN, index);
        Plan plan = draw(dice, LoanCurrency.CNY).startingOn(request.date(night));
        return Account.plain(Loan.plain(index, request.customers() + later, plan), plan.schedule(), List.of());
    }

    private Account drawn(int index) {
        Dice dice = new Dice(request.seed(), Dice.Purpose.LOAN, index);
        int customer = customerOf(index, dice);
        LoanCurrency currency = people.overseas(customer) ? LoanCurrency.overseas(customer) : LoanCurrency.CNY;
        Terms terms = draw(dice, currency);
        return dice.chance(request.overduePerMillion())
                ? overdue(index, customer, terms, dice)
                : current(index, customer, terms, dice);
    }

    private int customerOf(int index, Dice dice) {
        int own = index - stories.size();
        int drawnCustomers = request.customers() - storyCustomers;
        return storyCustomers + (own < drawnCustomers ? own : dice.below(drawnCustomers));
    }

    private static Terms draw(Dice dice, LoanCurrency currency) {
        Product product = Product.draw(dice);
        long principal = currency.fromYuan(product.drawPrincipalYuan(dice));
        return new Terms(product, currency, principal, product.drawRateBasisPoints(dice), product.drawMonths(dice));
    }

    private Account current(int index, int customer, Terms terms, Dice dice) {
        boolean settled = dice.chance(SETTLED_PER_MILLION);
        int toDue = dice.below(MOST_DAYS_TO_DUE + 1);
        int paid = settled ? terms.months() : dice.below(Math.min(terms.months(), MOST_MONTHS_BACK));
        Plan plan = terms.at(paid, request.asOf().plusDays(toDue));
        List<Installment> schedule = plan.schedule();
        Conduct conduct = new Conduct(plan, schedule, request.asOf(), dice);
        List<Posting> postings = conduct.history();
        // A due date between the nights is mostly paid ahead, or every night would make a thirtieth of the book
        // overdue.
        if (!settled && toDue < request.nights() - 1 && dice.below(100) < 95) {
            conduct.payAhead();
        }
        Loan loan = Loan.plain(index, customer, plan);
        return Account.plain(settled ? loan.withStatus(LoanStatus.SETTLED) : loan, schedule, postings);
    }

    private Account overdue(int index, int customer, Terms terms, Dice dice) {
        int days = pastDueDays(dice);
        int paid = dice.below(Math.min(terms.months(), MOST_MONTHS_BACK));
        Plan plan = terms.at(paid, request.asOf().minusDays(days));
        List<Installment> schedule = plan.schedule();
        Conduct conduct = new Conduct(plan, schedule, request.asOf(), dice);
        List<Posting> postings = conduct.history();
        if (dice.below(100) < 30) {
            conduct.payLittle();
        }
        Loan loan = Loan.plain(index, customer, plan);
        if (dice.below(100) == 0) {
            loan = loan.withPenalty(terms.rateBasisPoints() * 14 / 10);
        }
        if (dice.below(200) == 0) {
            loan = loan.withManualClass(dice.pick(CLASSES));
        }
        return new Account(loan, schedule, postings, holds(dice), promises(days, schedule, paid, dice), List.of());
    }

    private List<Hold> holds(Dice dice) {
        if (dice.below(100) >= 2) {
            return List.of();
        }
        boolean customer = dice.below(3) == 0;
        LocalDate since = request.asOf().minusDays(dice.between(1, 60));
        String channels = dice.below(3) == 0 ? "sms;agency" : "all";
        return List.of(new Hold(0, customer, dice.pick(HOLD_REASONS), since, Optional.empty(), channels));
    }

    private List<Promise> promises(int days, List<Installment> schedule, int paid, Dice dice) {
        if (days < 3 || days > 90 || dice.below(100) >= 8) {
            return List.of();
        }
        LocalDate made = request.asOf().minusDays(dice.below(Math.min(days, 20)));
        return List.of(new Promise(
                0, made, made.plusDays(dice.between(2, 14)), schedule.get(paid).total()));
    }

    private static int pastDueDays(Dice dice) {
        int left = dice.below(1000);
        for (int[] band : PAST_DUE_DAYS) {
            left -= band[0];
            if (left < 0) {
                return dice.between(band[1], band[2]);
            }
        }
        throw new IllegalStateException("the bands of overdue days do not add up to 1000");
    }

    /** What a later night's files say of a drawn loan: a payment, or mostly nothing. */
    Optional<Account> later(int index, int night) {
        Dice dice = new Dice(request.seed(), Dice.Purpose.LATER_NIGHT, (long) index * Request.MOST_NIGHTS + night);
        if (!dice.chance(request.laterPaymentsPerMillion())) {
            return Optional.empty();
        }
        Account account = drawn(index);
        if (account.loan().status() != LoanStatus.ACTIVE) {
            return Optional.empty();
        }
        Plan plan = account.loan().plan();
        LocalDate day = request.date(night).minusDays(dice.below(10) == 0 ? dice.between(1, 9) : 0);
        Installment oldest = account.schedule().get(plan.paid());
        Posting payment = Posting.payment(night, day, oldest.clearedBy(day, plan.currency()));
        return Optional.of(Account.plain(account.loan(), account.schedule(), List.of(payment)));
    }
}
