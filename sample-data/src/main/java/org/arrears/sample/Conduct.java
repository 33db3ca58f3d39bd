package org.arrears.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** How a borrower outside the stories paid until the first night: mostly on the day, now and then not. */
final class Conduct {
    private static final int ON_THE_DAY = 800;
    private static final int EARLY = ON_THE_DAY + 90;
    private static final int LATE = EARLY + 60;
    private static final int IN_TWO_PARTS = LATE + 25;
    private static final int ROUNDED_UP = IN_TWO_PARTS + 19;
    private static final int BOUNCED = ROUNDED_UP + 4;

    private final Plan plan;
    private final List<Installment> schedule;
    private final LocalDate asOf;
    private final Dice dice;
    private final List<Posting> postings = new ArrayList<>();

    Conduct(Plan plan, List<Installment> schedule, LocalDate asOf, Dice dice) {
        this.plan = plan;
        this.schedule = schedule;
        this.asOf = asOf;
        this.dice = dice;
    }

    /** Payments of every installment the plan calls paid; no installment of theirs is open afterwards. */
    List<Posting> history() {
        for (int i = 0; i < plan.paid(); i++) {
            pay(schedule.get(i), dice.below(1000));
        }
        return postings;
    }

    /** The next installment paid one to three days ahead. */
    void payAhead() {
        Installment next = schedule.get(plan.paid());
        add(next.dueOn().minusDays(dice.between(1, 3)), next.total());
    }

    /** Less than half of the oldest open installment, which therefore stays open. */
    void payLittle() {
        Installment oldest = schedule.get(plan.paid());
        long part = oldest.total() * dice.between(10, 45) / 100;
        if (part > 0) {
            add(oldest.dueOn().plusDays(dice.below(10)), part);
        }
    }

    private void pay(Installment installment, int manner) {
        LocalDate due = installment.dueOn();
        // SME due dates may roll back to the Friday before the end of the month.
        LocalDate onTheDay = plan.terms().product() == Product.SME ? due.minusDays(3) : due;
        if (manner < ON_THE_DAY) {
            add(onTheDay, installment.total());
        } else if (manner < EARLY) {
            add(onTheDay.minusDays(dice.between(1, 3)), installment.total());
        } else if (manner < LATE) {
            payLate(installment, due.plusDays(dice.between(1, 20)));
        } else if (manner < IN_TWO_PARTS) {
            long half = installment.total() / 2;
            add(onTheDay.minusDays(1), half);
            add(onTheDay, installment.total() - half);
        } else if (manner < ROUNDED_UP) {
            long hundred = plan.currency().fromYuan(100);
            add(onTheDay, (installment.total() / hundred + 1) * hundred);
        } else if (manner < BOUNCED) {
            bounce(installment);
        } else {
            waivePenalty(installment, due.plusDays(10));
        }
    }

    private void payLate(Installment installment, LocalDate wanted) {
        LocalDate day = notAfterAsOf(wanted);
        add(day, installment.clearedBy(day, plan.currency()));
    }

    private void bounce(Installment installment) {
        add(installment.dueOn(), installment.total());
        LocalDate returned = notAfterAsOf(installment.dueOn().plusDays(1));
        postings.add(Posting.reversal(0, returned, installment.total(), postings.size()));
        payLate(installment, returned.plusDays(2));
    }

    /** One yuan of the penalty is waived, the rest paid: ten days always cost more than that, or nothing is waived. */
    private void waivePenalty(Installment installment, LocalDate wanted) {
        LocalDate day = notAfterAsOf(wanted);
        long yuan = plan.currency().fromYuan(1);
        long days = day.toEpochDay() - installment.dueOn().toEpochDay();
        if (days > 5
                && !rolls()
                && installment.principal() * plan.terms().rateBasisPoints() / 10_000 * (days - 4) / 360 > yuan) {
            postings.add(Posting.waiver(0, day, yuan, "penalty"));
        }
        payLate(installment, day);
    }

    /** Whether due dates move off holidays, so that ten days may hardly be late at all. */
    private boolean rolls() {
        return plan.terms().product() == Product.MORTGAGE || plan.terms().product() == Product.SME;
    }

    private LocalDate notAfterAsOf(LocalDate day) {
        return day.isAfter(asOf) ? asOf : day;
    }

    private void add(LocalDate day, long amount) {
        if (amount > 0) {
            postings.add(Posting.payment(0, notAfterAsOf(day), amount));
        }
    }
}
