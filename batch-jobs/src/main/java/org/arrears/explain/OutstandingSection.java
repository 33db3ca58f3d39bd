package org.arrears.explain;

import java.util.List;
import java.util.function.ToLongFunction;
import org.arrears.core.replay.Derivation;
import org.arrears.core.replay.InstallmentOutcome;
import org.arrears.explain.Sheet.Column;
import org.arrears.explain.Sheet.Section;
import org.arrears.explain.Sheet.Table;

/** What is unpaid, installment by installment, and that it adds up to what is to be paid. */
final class OutstandingSection {

    private static final List<Column> COLUMNS = List.of(
            Column.right("no."),
            Column.left("due on"),
            Column.right("principal 本金"),
            Column.right("interest 利息"),
            Column.right("fee 费用"),
            Column.right("penalty 罚息"),
            Column.right("compound 复利"),
            Column.right("sum"),
            Column.left("state"));

    private OutstandingSection() {}

    static Section of(Derivation derivation, Figures figures) {
        List<InstallmentOutcome> unpaid = derivation.installments().stream()
                .filter(InstallmentOutcome::isActive)
                .filter(outcome -> outcome.outstandingMinor() > 0)
                .toList();
        long paid = derivation.installments().stream()
                .filter(InstallmentOutcome::isActive)
                .filter(outcome -> outcome.outstandingMinor() == 0)
                .count();
        String line = "Of the installments due, " + paid + (paid == 1 ? " has" : " have") + " nothing unpaid.";
        if (unpaid.isEmpty()) {
            return new Section("Unpaid 未还", List.of(line), List.of());
        }
        List<List<String>> rows =
                unpaid.stream().map(outcome -> row(outcome, figures)).toList();
        return new Section("Unpaid 未还", List.of(line), List.of(Table.of(COLUMNS, rows, totals(unpaid, figures))));
    }

    private static List<String> row(InstallmentOutcome outcome, Figures figures) {
        return List.of(
                Integer.toString(outcome.seq()),
                outcome.effectiveOn().toString(),
                figures.amount(outcome.principalMinor()),
                figures.amount(outcome.interestMinor()),
                figures.amount(outcome.feeMinor()),
                figures.amount(outcome.penalty().outstandingMinor()),
                figures.amount(outcome.compound().outstandingMinor()),
                figures.amount(outcome.outstandingMinor()),
                outcome.state().code());
    }

    private static List<String> totals(List<InstallmentOutcome> unpaid, Figures figures) {
        return List.of(
                "",
                "total",
                sum(unpaid, InstallmentOutcome::principalMinor, figures),
                sum(unpaid, InstallmentOutcome::interestMinor, figures),
                sum(unpaid, InstallmentOutcome::feeMinor, figures),
                sum(unpaid, outcome -> outcome.penalty().outstandingMinor(), figures),
                sum(unpaid, outcome -> outcome.compound().outstandingMinor(), figures),
                sum(unpaid, InstallmentOutcome::outstandingMinor, figures),
                "");
    }

    private static String sum(
            List<InstallmentOutcome> unpaid, ToLongFunction<InstallmentOutcome> amount, Figures figures) {
        return figures.amount(unpaid.stream().mapToLong(amount).reduce(0, Math::addExact));
    }
}
