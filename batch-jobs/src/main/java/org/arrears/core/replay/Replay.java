package org.arrears.core.replay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.arrears.core.calendar.BusinessCalendar;
import org.arrears.core.loan.LoanFacts;
import org.arrears.core.loan.Transaction.Payment;
import org.arrears.core.loan.Transaction.Waiver;
import org.arrears.core.policy.Terms;

/**
 * One loan replayed up to a business date, event day by event day (calculation spec, section 3).
 *
 * <p>Event days are effective due dates, value dates of counted transactions, and the business date.
 */
final class Replay {

    private final LoanFacts facts;
    private final LocalDate asOf;
    private final List<EffectiveInstallment> schedule;
    private final List<Payment> counted;
    private final ByDay<EffectiveInstallment> dueDates;
    private final ByDay<Waiver> waivers;
    private final ByDay<Payment> payments;
    private final Ledger ledger;
    private final List<Anomaly> anomalies;
    private Optional<LocalDate> overdueSince = Optional.empty();

    Replay(LoanFacts facts, Terms terms, BusinessCalendar calendar, LocalDate asOf, ReplayLog log) {
        this.facts = facts;
        this.asOf = asOf;
        this.schedule = EffectiveSchedule.of(facts, terms, calendar, asOf);
        CountedTransactions transactions = CountedTransactions.of(facts.transactions(), asOf);
        this.counted = transactions.payments();
        this.dueDates = new ByDay<>(schedule, EffectiveInstallment::effectiveOn);
        this.waivers = new ByDay<>(transactions.waivers(), Waiver::valueOn);
        this.payments = new ByDay<>(counted, Payment::valueOn);
        this.ledger = new Ledger(facts.loan(), schedule, terms, log);
        this.anomalies = new ArrayList<>(transactions.anomalies());
    }

    /** Runs the replay; once. On each event day, in the order of the spec, accrual up to its start comes first. */
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
        return payments.nextOr(waivers.nextOr(dueDates.nextOr(asOf)));
    }

    private void activate(LocalDate day) {
        while (dueDates.hasNextBy(day)) {
            dueDates.take();
        }
        ledger.activate(day);
    }

    private void waive(LocalDate day) {
        while (waivers.hasNextBy(day)) {
            Waiver waiver = waivers.take();
            long unused = ledger.waive(waiver);
            if (unused > 0) {
                anomalies.add(WaiverAnomalies.exceeds(facts.loan().currency(), waiver, unused));
            }
        }
    }

    private void pay(LocalDate day) {
        while (payments.hasNextBy(day)) {
            ledger.pay(payments.take());
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
        return ledger.accrual().rates();
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
        return counted;
    }

    /** Returns the due date with which the present spell of being overdue began, empty if nothing is overdue. */
    Optional<LocalDate> overdueSince() {
        return overdueSince;
    }

    Optional<LocalDate> lastPaymentOn() {
        return counted.isEmpty()
                ? Optional.empty()
                : Optional.of(counted.get(counted.size() - 1).valueOn());
    }

    /**
     * Returns the last date for which nothing changes without a new fact: the business date itself while something is
     * open, else the day before the next installment, transaction or acceleration.
     */
    LocalDate stableThrough() {
        if (!ledger.isEverythingCleared()) {
            return asOf;
        }
        LocalDate next = dueDates.nextOr(Assessment.NO_END.plusDays(1));
        for (var transaction : facts.transactions()) {
            next = nextChange(transaction.valueOn(), next);
        }
        Optional<LocalDate> accelerated = facts.loan().acceleratedOn();
        return (accelerated.isPresent() ? nextChange(accelerated.get(), next) : next).minusDays(1);
    }

    /** Returns a day that is still to come if it is before the next change known, else that. */
    private LocalDate nextChange(LocalDate day, LocalDate known) {
        return day.isAfter(asOf) && day.isBefore(known) ? day : known;
    }
}
