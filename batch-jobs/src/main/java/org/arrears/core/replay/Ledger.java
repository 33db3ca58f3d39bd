package org.arrears.core.replay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.arrears.core.loan.Loan;
import org.arrears.core.loan.Transaction.Payment;
import org.arrears.core.loan.Transaction.Waiver;
import org.arrears.core.money.Component;
import org.arrears.core.policy.Terms;
import org.arrears.core.replay.ReplayLog.SpentBy;

/**
 * The balances of one loan during its replay and the credit held, moved by {@link Accrual} and {@link Waterfall} and
 * read by {@link Delinquency}. Minor units.
 */
final class Ledger {

    private final List<InstallmentBalance> balances;
    private final Terms.Allocation allocation;
    private final Accrual accrual;
    private final Delinquency delinquency;
    private final ReplayLog log;
    private int active;
    private int settled;
    private long held;

    Ledger(Loan loan, List<EffectiveInstallment> schedule, Terms terms, ReplayLog log) {
        this.balances = new ArrayList<>(schedule.size());
        for (EffectiveInstallment installment : schedule) {
            balances.add(new InstallmentBalance(installment));
        }
        this.allocation = terms.allocation();
        this.accrual = new Accrual(loan, terms.penalty());
        this.delinquency = new Delinquency(terms.delinquency(), loan.currency());
        this.log = log;
    }

    /** Accrues every active, uncleared installment from the last event day to the start of {@code to}. */
    void accrue(LocalDate since, LocalDate to) {
        for (int i = settled; i < active; i++) {
            InstallmentBalance balance = balances.get(i);
            if (!balance.isCleared()) {
                accrue(balance, Accrual.firstDay(balance, since), to);
            }
        }
    }

    private void accrue(InstallmentBalance balance, LocalDate from, LocalDate to) {
        if (from.isBefore(to)) {
            long days = accrual.days(from, to);
            balance.addBalanceDays(accrual.penaltyBasis(balance), days);
            log.accrued(balance, from, to, days);
        }
    }

    void activate(LocalDate on) {
        while (active < balances.size()
                && !balances.get(active).installment.effectiveOn().isAfter(on)) {
            clearIfPaid(balances.get(active), on);
            active++;
        }
    }

    void spendHeld(LocalDate on) {
        if (held > 0) {
            held = spend(new SpentBy(SpentBy.Kind.HELD_CREDIT, "", held), held, on);
        }
    }

    void pay(Payment payment) {
        long pool = Math.addExact(payment.amountMinor(), held);
        held = spend(
                new SpentBy(SpentBy.Kind.PAYMENT, payment.txnNo(), payment.amountMinor()), pool, payment.valueOn());
    }

    private long spend(SpentBy by, long pool, LocalDate on) {
        int dpd = allocation.fromDpd().isEmpty() && log == ReplayLog.NONE ? 0 : dpd(on);
        return spend(by, pool, on, dpd, allocation.componentsAt(dpd));
    }

    /** Takes the waived amount off its component, oldest installment first; returns what could not be applied. */
    long waive(Waiver waiver) {
        long amount = waiver.amountMinor();
        SpentBy by = new SpentBy(SpentBy.Kind.WAIVER, waiver.txnNo(), amount);
        int dpd = log == ReplayLog.NONE ? 0 : dpd(waiver.valueOn());
        return spend(by, amount, waiver.valueOn(), dpd, List.of(waiver.component()));
    }

    private long spend(SpentBy by, long pool, LocalDate on, int dpd, List<Component> components) {
        log.spending(by, on, pool, dpd, components);
        long left = Waterfall.spend(
                pool,
                allocation.order(),
                components,
                settled,
                active,
                (i, component, atMost) -> settle(balances.get(i), component, atMost, on));
        passSettled(on);
        log.spent(left);
        return left;
    }

    private long settle(InstallmentBalance balance, Component component, long atMost, LocalDate on) {
        long outstanding = outstanding(balance, component, on);
        long amount = Math.min(atMost, outstanding);
        if (amount > 0) {
            balance.settle(component, amount);
            log.settled(balance, component, outstanding, amount);
            clearIfPaid(balance, on);
        }
        return amount;
    }

    /** Passes over the oldest installments that owe nothing and never will again, so that long schedules stay cheap. */
    private void passSettled(LocalDate on) {
        while (settled < active && isSettled(balances.get(settled), on)) {
            settled++;
        }
    }

    private boolean isSettled(InstallmentBalance balance, LocalDate on) {
        return balance.isCleared()
                && outstanding(balance, Component.PENALTY, on) == 0
                && outstanding(balance, Component.COMPOUND, on) == 0;
    }

    private void clearIfPaid(InstallmentBalance balance, LocalDate on) {
        balance.clearIfPaid(on, accrual.freeThrough(balance));
    }

    /** Returns what is outstanding of a component on a day up to which it was accrued. */
    long outstanding(InstallmentBalance balance, Component component, LocalDate on) {
        return accrual.outstanding(balance, component, on);
    }

    /** Returns penalty plus compound that one more day adds if nothing is paid; a cleared installment adds nothing. */
    long dailyAccrual(LocalDate asOf) {
        LocalDate next = asOf.plusDays(1);
        long added = 0;
        for (int i = settled; i < active; i++) {
            InstallmentBalance balance = balances.get(i);
            if (!balance.isCleared()) {
                LocalDate from = Accrual.firstDay(balance, asOf);
                long days = from.isBefore(next) ? accrual.days(from, next) : 0;
                long penalty = accrual.addedBy(days, balance, Component.PENALTY, asOf);
                long compound = accrual.addedBy(days, balance, Component.COMPOUND, asOf);
                log.wouldAdd(balance, days, penalty, compound);
                added = Math.addExact(added, Math.addExact(penalty, compound));
            }
        }
        return added;
    }

    /** Says whether an active installment is overdue on a day: something contractual unpaid and its due date past. */
    boolean isOverdue(InstallmentBalance balance, LocalDate on) {
        return !balance.isCleared() && delinquency.isOverdue(balance.installment.effectiveOn(), on);
    }

    /** Returns the overdue installments, oldest first. */
    List<InstallmentBalance> overdue(LocalDate on) {
        List<InstallmentBalance> overdue = new ArrayList<>();
        for (int i = settled; i < active; i++) {
            if (isOverdue(balances.get(i), on)) {
                overdue.add(balances.get(i));
            }
        }
        return overdue;
    }

    /** Returns the due date of the oldest overdue installment, empty if none is overdue. */
    Optional<LocalDate> oldestOverdueOn(LocalDate on) {
        for (int i = settled; i < active; i++) {
            if (isOverdue(balances.get(i), on)) {
                return Optional.of(balances.get(i).installment.effectiveOn());
            }
        }
        return Optional.empty();
    }

    /** Returns the days since the oldest overdue installment fell due, 0 if none is overdue. */
    int pastDueDays(LocalDate on) {
        Optional<LocalDate> oldest = oldestOverdueOn(on);
        return oldest.isPresent() ? delinquency.pastDueDays(oldest.get(), on) : 0;
    }

    /** Returns the days past due after grace and tolerance. */
    int dpd(LocalDate on) {
        int past = pastDueDays(on);
        return past == 0 ? 0 : delinquency.dpd(past, overdueContractual(on));
    }

    /** Returns what is unpaid of principal, interest and fee of the overdue installments: what the tolerance holds. */
    long overdueContractual(LocalDate on) {
        long sum = 0;
        for (int i = settled; i < active; i++) {
            InstallmentBalance balance = balances.get(i);
            sum = Math.addExact(sum, isOverdue(balance, on) ? balance.contractual() : 0);
        }
        return sum;
    }

    /** Says whether nothing contractual is unpaid of what has fallen due. */
    boolean isEverythingCleared() {
        for (int i = settled; i < active; i++) {
            if (!balances.get(i).isCleared()) {
                return false;
            }
        }
        return true;
    }

    /** Returns the active installments without the oldest ones that owe nothing and never will again. */
    List<InstallmentBalance> unsettled() {
        return balances.subList(settled, active);
    }

    List<InstallmentBalance> active() {
        return balances.subList(0, active);
    }

    List<InstallmentBalance> all() {
        return balances;
    }

    Accrual accrual() {
        return accrual;
    }

    Delinquency delinquency() {
        return delinquency;
    }

    long heldMinor() {
        return held;
    }
}
