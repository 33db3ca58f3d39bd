package org.arrears.core.replay;

import java.math.RoundingMode;
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
 * The state of one loan during its replay: positions, held credit, and the rules that move them.
 *
 * <p>Sections 3 to 7 of the calculation spec; amounts in minor units.
 */
final class Ledger {

    private final List<Position> positions;
    private final Terms terms;
    private final AppliedRates rates;
    private final ReplayLog log;
    private final boolean penaltyOnInterestToo;
    private final boolean retroactive;
    private final long toleranceMinor;
    private int active;
    private int settled;
    private long held;

    Ledger(Loan loan, List<EffectiveInstallment> schedule, Terms terms, AppliedRates rates, ReplayLog log) {
        this.positions = new ArrayList<>(schedule.size());
        for (EffectiveInstallment installment : schedule) {
            positions.add(new Position(installment));
        }
        this.terms = terms;
        this.rates = rates;
        this.log = log;
        this.penaltyOnInterestToo = terms.penalty().basis() == Terms.Basis.PRINCIPAL_AND_INTEREST;
        this.retroactive = terms.penalty().grace().mode() == Terms.GraceMode.RETROACTIVE;
        this.toleranceMinor = terms.delinquency()
                .tolerance()
                .movePointRight(loan.currency().digits())
                .setScale(0, RoundingMode.FLOOR)
                .longValueExact();
    }

    /** Accrues every active, uncleared installment from the last event day to the start of {@code to}. */
    void accrue(LocalDate since, LocalDate to) {
        for (int i = settled; i < active; i++) {
            Position position = positions.get(i);
            if (!position.isCleared()) {
                LocalDate from = later(since, position.installment.accrualStart());
                if (from.isBefore(to)) {
                    long days = terms.penalty().dayCount().days(from, to);
                    position.accrue(days, penaltyOnInterestToo);
                    log.accrued(position, from, to, days);
                }
            }
        }
    }

    void activate(LocalDate on) {
        while (active < positions.size()
                && !positions.get(active).installment.effectiveOn().isAfter(on)) {
            clearIfPaid(positions.get(active), on);
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
        Terms.Allocation allocation = terms.allocation();
        int dpd = allocation.fromDpd().isEmpty() && log == ReplayLog.NONE ? 0 : dpd(on);
        List<Component> order = allocation.componentsAt(dpd);
        log.spending(by, on, pool, dpd, order);
        long left = switch (allocation.order()) {
            case INSTALLMENT_FIRST -> spendByInstallment(pool, order, on);
            case COMPONENT_FIRST -> spendByComponent(pool, order, on);
        };
        passSettled(on);
        log.spent(left);
        return left;
    }

    private long spendByInstallment(long pool, List<Component> order, LocalDate on) {
        long left = pool;
        for (int i = settled; i < active && left > 0; i++) {
            for (Component component : order) {
                left -= settle(positions.get(i), component, left, on);
            }
        }
        return left;
    }

    private long spendByComponent(long pool, List<Component> order, LocalDate on) {
        long left = pool;
        for (Component component : order) {
            for (int i = settled; i < active && left > 0; i++) {
                left -= settle(positions.get(i), component, left, on);
            }
        }
        return left;
    }

    /** Takes the waived amount off its component, oldest installment first; returns what could not be applied. */
    long waive(Waiver waiver) {
        long left = waiver.amountMinor();
        SpentBy by = new SpentBy(SpentBy.Kind.WAIVER, waiver.txnNo(), left);
        int dpd = log == ReplayLog.NONE ? 0 : dpd(waiver.valueOn());
        log.spending(by, waiver.valueOn(), left, dpd, List.of(waiver.component()));
        for (int i = settled; i < active && left > 0; i++) {
            left -= settle(positions.get(i), waiver.component(), left, waiver.valueOn());
        }
        passSettled(waiver.valueOn());
        log.spent(left);
        return left;
    }

    private long settle(Position position, Component component, long atMost, LocalDate on) {
        long outstanding = outstanding(position, component, on);
        long amount = Math.min(atMost, outstanding);
        if (amount > 0) {
            position.settle(component, amount);
            log.settled(position, component, outstanding, amount);
            clearIfPaid(position, on);
        }
        return amount;
    }

    /** Passes over the oldest positions that owe nothing and never will again, so that long schedules stay cheap. */
    private void passSettled(LocalDate on) {
        while (settled < active && isSettled(positions.get(settled), on)) {
            settled++;
        }
    }

    private boolean isSettled(Position position, LocalDate on) {
        return position.isCleared()
                && outstanding(position, Component.PENALTY, on) == 0
                && outstanding(position, Component.COMPOUND, on) == 0;
    }

    private void clearIfPaid(Position position, LocalDate on) {
        position.clearIfPaid(on, retroactive ? graceEnd(position) : LocalDate.MIN);
    }

    private LocalDate graceEnd(Position position) {
        return position.installment
                .effectiveOn()
                .plusDays(terms.penalty().grace().days());
    }

    /** Returns what is outstanding of a component at a day up to which the position was accrued. */
    long outstanding(Position position, Component component, LocalDate on) {
        return switch (component) {
            case FEE -> position.fee();
            case INTEREST -> position.interest();
            case PRINCIPAL -> position.principal();
            case PENALTY -> penaltyDue(position, position.penaltyProduct(), on) - position.penaltySettled();
            case COMPOUND -> compoundDue(position, position.compoundProduct(), on) - position.compoundSettled();
        };
    }

    /** Returns HALF_UP(NP x r / denominator), or 0 in or after a kept retroactive grace. */
    long penaltyDue(Position position, long product, LocalDate on) {
        return product == 0 || isFree(position, on) ? 0 : rates.penalty().amountMinor(product);
    }

    /** Returns HALF_UP(NQ x rc / denominator), or 0 without compound or in or after a kept retroactive grace. */
    long compoundDue(Position position, long product, LocalDate on) {
        if (product == 0 || rates.compound().isEmpty() || isFree(position, on)) {
            return 0;
        }
        return rates.compound().get().amountMinor(product);
    }

    /** Says whether penalty and compound are 0 whatever their products, in or after a kept retroactive grace. */
    boolean isFree(Position position, LocalDate on) {
        return position.isForgiven() || (retroactive && !on.isAfter(graceEnd(position)));
    }

    /** Returns penalty plus compound that one more day adds if nothing is paid. */
    long dailyAccrual(LocalDate asOf) {
        LocalDate next = asOf.plusDays(1);
        long added = 0;
        for (int i = 0; i < active; i++) {
            Position position = positions.get(i);
            LocalDate from = later(asOf, position.installment.accrualStart());
            long days = position.isCleared() || !from.isBefore(next)
                    ? 0
                    : terms.penalty().dayCount().days(from, next);
            long basis = penaltyOnInterestToo
                    ? Math.addExact(position.principal(), position.interest())
                    : position.principal();
            long np = Position.plusBalanceDays(position.penaltyProduct(), basis, days);
            long nq = Position.plusBalanceDays(position.compoundProduct(), position.interest(), days);
            long penalty = penaltyDue(position, np, next) - penaltyDue(position, position.penaltyProduct(), asOf);
            long compound = compoundDue(position, nq, next) - compoundDue(position, position.compoundProduct(), asOf);
            log.wouldAdd(position, days, penalty, compound);
            added = Math.addExact(added, Math.addExact(penalty, compound));
        }
        return added;
    }

    /** Says whether an active position is overdue on a day: something contractual unpaid and its due date counted. */
    boolean isOverdue(Position position, LocalDate on) {
        LocalDate due = position.installment.effectiveOn();
        return switch (terms.delinquency().counting()) {
            case EXCLUDE_DUE_DATE -> !position.isCleared() && due.isBefore(on);
            case INCLUDE_DUE_DATE -> !position.isCleared() && !due.isAfter(on);
        };
    }

    /** Returns the days since the oldest overdue installment fell due, 0 if none is overdue. */
    int pastDueDays(LocalDate on) {
        Optional<LocalDate> oldest = oldestOverdueOn(on);
        if (oldest.isEmpty()) {
            return 0;
        }
        long days = on.toEpochDay() - oldest.get().toEpochDay();
        boolean dueDateCounts = terms.delinquency().counting() == Terms.Counting.INCLUDE_DUE_DATE;
        return Math.toIntExact(dueDateCounts ? days + 1 : days);
    }

    /** Returns the due date of the oldest overdue installment, empty if none is overdue. */
    Optional<LocalDate> oldestOverdueOn(LocalDate on) {
        for (int i = settled; i < active; i++) {
            Position position = positions.get(i);
            if (isOverdue(position, on)) {
                return Optional.of(position.installment.effectiveOn());
            }
        }
        return Optional.empty();
    }

    /** Returns the overdue positions, oldest first. */
    List<Position> overdue(LocalDate on) {
        List<Position> overdue = new ArrayList<>();
        for (int i = settled; i < active; i++) {
            if (isOverdue(positions.get(i), on)) {
                overdue.add(positions.get(i));
            }
        }
        return overdue;
    }

    /** Says whether nothing contractual is unpaid of what has fallen due. */
    boolean isEverythingCleared() {
        for (int i = settled; i < active; i++) {
            if (!positions.get(i).isCleared()) {
                return false;
            }
        }
        return true;
    }

    /** Returns the days past due after grace and tolerance (section 7). */
    int dpd(LocalDate on) {
        int past = pastDueDays(on);
        if (past == 0 || overdueContractual(on) <= toleranceMinor) {
            return 0;
        }
        return Math.max(0, past - terms.delinquency().graceDays());
    }

    /** Returns what is unpaid of principal, interest and fee of the overdue installments: what the tolerance holds. */
    long overdueContractual(LocalDate on) {
        long sum = 0;
        for (int i = settled; i < active; i++) {
            Position position = positions.get(i);
            sum = Math.addExact(sum, isOverdue(position, on) ? position.contractual() : 0);
        }
        return sum;
    }

    List<Position> active() {
        return positions.subList(0, active);
    }

    List<Position> all() {
        return positions;
    }

    long toleranceMinor() {
        return toleranceMinor;
    }

    long heldMinor() {
        return held;
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }
}
