package org.arrears.explain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.arrears.core.policy.Terms;
import org.arrears.core.replay.AccrualSlice;
import org.arrears.core.replay.Derivation;
import org.arrears.core.replay.InstallmentOutcome;
import org.arrears.core.replay.Rounding;
import org.arrears.explain.Explanation.Column;
import org.arrears.explain.Explanation.Section;
import org.arrears.explain.Explanation.Table;

/** How balances and days became penalty and compound interest: slice by slice, and one rounding of each. */
final class AccrualSection {

    private static final String RULE = "积数 is balance x days; the first day counts, the last does not 算头不算尾. The"
            + " sum is rounded once, half up, never slice by slice.";

    private final Derivation derivation;
    private final LoanFigures figures;

    private AccrualSection(Derivation derivation, LoanFigures figures) {
        this.derivation = derivation;
        this.figures = figures;
    }

    static Section of(Derivation derivation, LoanFigures figures) {
        AccrualSection section = new AccrualSection(derivation, figures);
        List<Table> tables = new ArrayList<>();
        for (InstallmentOutcome outcome : derivation.installments()) {
            if (outcome.penalty().balanceDays() > 0) {
                tables.add(section.penalty(outcome));
            }
            if (outcome.compound().balanceDays() > 0
                    && derivation.rates().compound().isPresent()) {
                tables.add(section.compound(outcome));
            }
        }
        List<String> lines = List.of(tables.isEmpty() ? "No installment bears penalty or compound interest." : RULE);
        return new Section("Penalty 罚息 and compound interest 复利", lines, tables);
    }

    private Table penalty(InstallmentOutcome outcome) {
        boolean onInterestToo = derivation.terms().terms().penalty().basis() == Terms.Basis.PRINCIPAL_AND_INTEREST;
        return new Table(
                "Installment " + outcome.seq() + ", due " + outcome.effectiveOn() + ": penalty 罚息",
                columns(onInterestToo ? "principal and interest" : "principal 本金"),
                rows(
                        outcome,
                        AccrualSlice::penaltyBasisMinor,
                        AccrualSlice::penaltyBalanceDays,
                        AccrualSlice::penaltyBalanceDaysSoFar),
                List.of(),
                rounded(outcome, outcome.penalty()));
    }

    private Table compound(InstallmentOutcome outcome) {
        return new Table(
                "Installment " + outcome.seq() + ", due " + outcome.effectiveOn() + ": compound interest 复利",
                columns("interest 利息"),
                rows(
                        outcome,
                        AccrualSlice::interestMinor,
                        AccrualSlice::compoundBalanceDays,
                        AccrualSlice::compoundBalanceDaysSoFar),
                List.of(),
                rounded(outcome, outcome.compound()));
    }

    private static List<Column> columns(String balance) {
        return List.of(
                Column.left("from"),
                Column.left("to"),
                Column.right("days"),
                Column.right(balance),
                Column.right("积数"),
                Column.right("积数 so far"));
    }

    private List<List<String>> rows(
            InstallmentOutcome outcome,
            ToLongFunction<AccrualSlice> balance,
            ToLongFunction<AccrualSlice> balanceDays,
            ToLongFunction<AccrualSlice> soFar) {
        return derivation.slicesOf(outcome.seq()).stream()
                .filter(slice -> balanceDays.applyAsLong(slice) > 0)
                .map(slice -> List.of(
                        slice.from().toString(),
                        slice.to().toString(),
                        Long.toString(slice.days()),
                        figures.amount(balance.applyAsLong(slice)),
                        figures.amount(balanceDays.applyAsLong(slice)),
                        figures.amount(soFar.applyAsLong(slice))))
                .toList();
    }

    private LocalDate graceEnd(InstallmentOutcome outcome) {
        return outcome.effectiveOn()
                .plusDays(derivation.terms().terms().penalty().grace().days());
    }

    private List<String> rounded(InstallmentOutcome outcome, Rounding rounding) {
        String amount = figures.rounding(rounding, figures.rate(rounding));
        String free = switch (rounding.free()) {
            case NO -> "";
            case WITHIN_GRACE ->
                "; 0 if the installment is cleared by " + graceEnd(outcome) + ", the end of its grace 宽限期";
            case CLEARED_IN_GRACE -> "; free: cleared by " + graceEnd(outcome) + ", the end of its grace 宽限期";
        };
        return List.of(
                amount + free,
                "settled " + figures.amount(rounding.settledMinor()) + ", unpaid "
                        + figures.amount(rounding.outstandingMinor()));
    }
}
