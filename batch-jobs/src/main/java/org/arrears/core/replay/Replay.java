package org.arrears.core.replay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.arrears.core.calendar.BusinessCalendar;
import org.arrears.core.loan.AnomalyKind;
import org.arrears.core.loan.LoanFacts;
import org.arrears.core.loan.Transaction.Payment;
import org.arrears.core.loan.Transaction.Waiver;
import org.arrears.core.policy.Terms;

/**
 * One loan replayed up to a business date, event day by event day (calculation spec, section 3).
 *
 * <p>Event days are effective due dates, value dates of counted transactions, and the business date. On each: accrue to
 * its start, activate what falls due, spend held credit, waive, then take payments.
 */
final class Replay {

    private final LoanFacts facts;
    private final LocalDate asOf;
    private final List<EffectiveInstallment> schedule;
    private final CountedTransactions counted;
    private final AppliedRates rates;
    private final Ledger ledger;
    private final List<Anomaly> anomalies;
    private Optional<LocalDate> overdueSince = Optional.empty();
    private int nextDue;
    private int nextWaiver;
    private int nextPayment;

    Replay(LoanFacts facts, Terms terms, BusinessCalendar calendar, LocalDate asOf, ReplayLog log) {
        this.facts = facts;
        this.asOf = asOf;
        this.schedule = EffectiveSchedule.of(facts, terms, calendar, asOf);
        this.counted = CountedTransactions.of(facts.transactions(), asOf);
        this.rates = AppliedRates.of(facts.loan(), terms.penalty());
        this.ledger = new Ledger(facts.loan(), schedule, terms, rates, log);
        this.anomalies = new ArrayList<>(counted.anomalies());
    }

    /** Runs the replay; once. */
    Replay run() {
        LocalDate before = LocalDate.MIN;
        LocalDate day;
        do {
            day = nextEvent();
            ledger.accrue(before, day);
            activate(day);
            ledger.spendHeld(day);
            waive(day);
            pay(day);
            noteSpell(day);
            before = day;
        } while (day.isBefore(asOf));
        return this;
    }

    private LocalDate nextEvent() {
        LocalDate next = asOf;
        if (nextDue < schedule.size()) {
            next = earlier(next, schedule.get(nextDue).effectiveOn());
        }
        if (nextWaiver < counted.waivers().size()) {
            next = earlier(next, counted.waivers().get(nextWaiver).valueOn());
        }
        if (nextPayment < counted.payments().size()) {
            next = earlier(next, counted.payments().get(nextPayment).valueOn());
        }
        return next;
    }

    private void activate(LocalDate day) {
        while (nextDue < schedule.size() && !schedule.get(nextDue).effectiveOn().isAfter(day)) {
            nextDue++;
        }
        ledger.activate(day);
    }

    private void waive(LocalDate day) {
        while (nextWaiver < counted.waivers().size()
                && counted.waivers().get(nextWaiver).valueOn().equals(day)) {
            Waiver waiver = counted.waivers().get(nextWaiver++);
            long unused = ledger.waive(waiver);
            if (unused > 0) {
                anomalies.add(excess(waiver, unused));
            }
        }
    }

    private Anomaly excess(Waiver waiver, long unused) {
        var currency = facts.loan().currency();
        return Anomaly.of(
                AnomalyKind.WAIVER_EXCEEDS_OUTSTANDING,
                waiver.txnNo(),
                "waiver " + waiver.txnNo() + " of " + waiver.component().code() + " "
                        + currency.format(waiver.amountMinor()) + " exceeds what was outstanding on "
                        + waiver.valueOn() + " by " + currency.format(unused),
                "value_on",
                waiver.valueOn().toString(),
                "component",
                waiver.component().code(),
                "amount",
                currency.format(waiver.amountMinor()),
                "unused",
                currency.format(unused));
    }

    private void pay(LocalDate day) {
        while (nextPayment < counted.payments().size()
                && counted.payments().get(nextPayment).valueOn().equals(day)) {
            Payment payment = counted.payments().get(nextPayment++);
            ledger.pay(payment);
        }
    }

    private void noteSpell(LocalDate day) {
        Optional<LocalDate> oldest = ledger.oldestOverdueOn(day);
        if (oldest.isEmpty() || overdueSince.isEmpty()) {
            overdueSince = oldest;
        }
    }

    LoanFacts facts() {
        return facts;
    }

    LocalDate asOf() {
        return asOf;
    }

    List<EffectiveInstallment> schedule() {
        return schedule;
    }

    AppliedRates rates() {
        return rates;
    }

    Ledger ledger() {
        return ledger;
    }

    /** Returns what could not be done with a reversal or a waiver. */
    List<Anomaly> anomalies() {
        return anomalies;
    }

    /** Returns the payments that count, by value date and number. */
    List<Payment> payments() {
        return counted.payments();
    }

    /** Returns the due date with which the present spell of being overdue began, empty if nothing is overdue. */
    Optional<LocalDate> overdueSince() {
        return overdueSince;
    }

    Optional<LocalDate> lastPaymentOn() {
        List<Payment> payments = counted.payments();
        return payments.isEmpty()
                ? Optional.empty()
                : Optional.of(payments.get(payments.size() - 1).valueOn());
    }

    /**
     * Returns the last date for which nothing changes without a new fact: the business date itself while something is
     * open, else the day before the next installment, transaction or acceleration.
     */
    LocalDate stableThrough() {
        if (!ledger.isEverythingCleared()) {
            return asOf;
        }
        LocalDate next = Assessment.NO_END.plusDays(1);
        if (nextDue < schedule.size()) {
            next = earlier(next, schedule.get(nextDue).effectiveOn());
        }
        for (var transaction : facts.transactions()) {
            next = transaction.valueOn().isAfter(asOf) ? earlier(next, transaction.valueOn()) : next;
        }
        Optional<LocalDate> accelerated = facts.loan().acceleratedOn().filter(on -> on.isAfter(asOf));
        return (accelerated.isPresent() ? earlier(next, accelerated.get()) : next).minusDays(1);
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }
}
