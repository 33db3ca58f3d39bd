package org.arrears.core.replay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.arrears.core.loan.Loan;
import org.arrears.core.money.Component;
import org.arrears.core.money.Dues;
import org.arrears.core.policy.Terms;

/** Keeps every step of a replay as it happens. */
final class DerivationRecorder implements ReplayLog {

    private final Terms terms;
    private final Accrual accrual;
    private final Roundings roundings;
    private final List<AccrualSlice> slices = new ArrayList<>();
    private final List<Spending> spendings = new ArrayList<>();
    private final List<NextDay> nextDays = new ArrayList<>();
    private final Map<InstallmentBalance, AccrualSlice> lastSlices = new HashMap<>();
    private Optional<Open> open = Optional.empty();

    DerivationRecorder(Loan loan, Terms terms) {
        this.terms = terms;
        this.accrual = new Accrual(loan, terms.penalty());
        this.roundings = new Roundings(accrual);
    }

    @Override
    public void accrued(InstallmentBalance balance, LocalDate from, LocalDate to, long days) {
        Optional<AccrualSlice> before = Optional.ofNullable(lastSlices.get(balance));
        long penaltySoFar = balance.balanceDays(Component.PENALTY);
        long compoundSoFar = balance.balanceDays(Component.COMPOUND);
        AccrualSlice slice = new AccrualSlice(
                balance.installment.seq(),
                from,
                to,
                days,
                balance.principal(),
                balance.interest(),
                accrual.penaltyBasis(balance),
                penaltySoFar - before.map(AccrualSlice::penaltyBalanceDaysSoFar).orElse(0L),
                compoundSoFar
                        - before.map(AccrualSlice::compoundBalanceDaysSoFar).orElse(0L),
                penaltySoFar,
                compoundSoFar);
        lastSlices.put(balance, slice);
        slices.add(slice);
    }

    @Override
    public void spending(SpentBy by, LocalDate on, long pool, int dpd, List<Component> order) {
        open = Optional.of(new Open(by, on, pool, dpd, order, new ArrayList<>()));
    }

    @Override
    public void settled(InstallmentBalance balance, Component component, long outstanding, long amount) {
        Open now = open.orElseThrow();
        now.allocations()
                .add(new Spending.Allocation(
                        balance.installment.seq(),
                        component,
                        outstanding,
                        amount,
                        rounding(balance, component, now.on(), outstanding, amount)));
    }

    /** Held credit that found nothing to settle is no step. */
    @Override
    public void spent(long left) {
        Open done = open.orElseThrow();
        open = Optional.empty();
        if (done.by().kind() == SpentBy.Kind.HELD_CREDIT && done.allocations().isEmpty()) {
            return;
        }
        Spending.Kind kind = kind(done.by().kind());
        spendings.add(new Spending(
                kind,
                Optional.of(done.by().txnNo()).filter(txnNo -> kind != Spending.Kind.HELD_CREDIT),
                done.on(),
                done.by().amountMinor(),
                done.pool(),
                done.dpd(),
                done.order(),
                kind == Spending.Kind.WAIVER ? Optional.empty() : threshold(done.dpd()),
                done.allocations(),
                left));
    }

    @Override
    public void wouldAdd(InstallmentBalance balance, long days, long penalty, long compound) {
        if (penalty > 0 || compound > 0) {
            Dues added = Dues.NOTHING.with(Component.PENALTY, penalty).with(Component.COMPOUND, compound);
            nextDays.add(new NextDay(balance.installment.seq(), days, added));
        }
    }

    /** Penalty or compound interest that is settled is not free. */
    private Optional<Rounding> rounding(
            InstallmentBalance balance, Component component, LocalDate on, long outstanding, long amount) {
        if (component.isContractual()) {
            return Optional.empty();
        }
        long before = balance.settled(component) - amount;
        return Optional.of(roundings.of(balance, component, on, outstanding + before, before, Rounding.Free.NO));
    }

    private static Spending.Kind kind(SpentBy.Kind kind) {
        return switch (kind) {
            case PAYMENT -> Spending.Kind.PAYMENT;
            case WAIVER -> Spending.Kind.WAIVER;
            case HELD_CREDIT -> Spending.Kind.HELD_CREDIT;
        };
    }

    /** Returns the highest from-dpd that was reached. */
    private Optional<Integer> threshold(int dpd) {
        return terms.allocation().fromDpd().stream()
                .map(Terms.FromDpd::dpd)
                .filter(from -> from <= dpd)
                .max(Integer::compare);
    }

    List<AccrualSlice> slices() {
        return slices;
    }

    List<Spending> spendings() {
        return spendings;
    }

    List<NextDay> nextDays() {
        return nextDays;
    }

    /** A pool that is being spent. */
    private record Open(
            SpentBy by,
            LocalDate on,
            long pool,
            int dpd,
            List<Component> order,
            List<Spending.Allocation> allocations) {}
}
