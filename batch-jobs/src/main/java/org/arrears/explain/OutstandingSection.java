package org.arrears.explain;

import java.util.ArrayList;
import java.util.List;
import org.arrears.core.money.Dues;
import org.arrears.core.replay.Derivation;
import org.arrears.core.replay.InstallmentOutcome;
import org.arrears.explain.Explanation.Column;
import org.arrears.explain.Explanation.Section;
import org.arrears.explain.Explanation.Table;

/** What is unpaid, installment by installment, and that it adds up to what is to be paid. */
final class OutstandingSection {

    private static final List<Column> COLUMNS = columns();

    private OutstandingSection() {}

    static Section of(Derivation derivation, LoanFigures figures) {
        List<InstallmentOutcome> unpaid = derivation.installments().stream()
                .filter(InstallmentOutcome::isActive)
                .filter(outcome -> outcome.unpaid().total() > 0)
                .toList();
        long paid = derivation.installments().stream()
                .filter(InstallmentOutcome::isActive)
                .filter(outcome -> outcome.unpaid().total() == 0)
                .count();
        String line = "Of the installments due, " + paid + (paid == 1 ? " has" : " have") + " nothing unpaid.";
        if (unpaid.isEmpty()) {
            return new Section("Unpaid 未还", List.of(line), List.of());
        }
        List<List<String>> rows =
                unpaid.stream().map(outcome -> row(outcome, figures)).toList();
        return new Section("Unpaid 未还", List.of(line), List.of(Table.of(COLUMNS, rows, totals(unpaid, figures))));
    }

    private static List<Column> columns() {
        List<Column> columns = new ArrayList<>(List.of(Column.right("no."), Column.left("due on")));
        Dues.LISTED.forEach(part -> columns.add(Column.right(Words.of(part))));
        columns.addAll(List.of(Column.right("sum"), Column.left("state")));
        return List.copyOf(columns);
    }

    private static List<String> row(InstallmentOutcome outcome, LoanFigures figures) {
        return row(
                Integer.toString(outcome.seq()),
                outcome.effectiveOn().toString(),
                figures.each(outcome.unpaid()),
                outcome.state().code());
    }

    private static List<String> totals(List<InstallmentOutcome> unpaid, LoanFigures figures) {
        return row("", "total", figures.each(Dues.sum(unpaid, InstallmentOutcome::unpaid)), "");
    }

    private static List<String> row(String seq, String dueOn, List<String> amounts, String state) {
        List<String> row = new ArrayList<>(List.of(seq, dueOn));
        row.addAll(amounts);
        row.add(state);
        return row;
    }
}
