package org.arrears.explain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.arrears.core.money.Dues;
import org.arrears.core.replay.Derivation;
import org.arrears.core.replay.EffectiveInstallment;
import org.arrears.core.replay.InstallmentOutcome;
import org.arrears.explain.Explanation.Column;
import org.arrears.explain.Explanation.Section;
import org.arrears.explain.Explanation.Table;
import org.arrears.print.Figures;

/** When each installment falls due, why then, and what of it is due. */
final class ScheduleSection {

    private static final List<Column> COLUMNS = List.of(
            Column.right("no."),
            Column.left("agreed on"),
            Column.left("due on"),
            Column.right("principal 本金"),
            Column.right("interest 利息"),
            Column.right("fee 费用"),
            Column.left("why then"));

    private ScheduleSection() {}

    static Section of(Derivation derivation, LoanFigures figures) {
        List<InstallmentOutcome> active = derivation.installments().stream()
                .filter(InstallmentOutcome::isActive)
                .toList();
        Table table = Table.of(
                COLUMNS, active.stream().map(outcome -> row(outcome, figures)).toList(), List.of());
        return new Section("Due dates 到期日", lines(derivation, figures), List.of(table));
    }

    private static List<String> lines(Derivation derivation, LoanFigures figures) {
        List<String> lines = new ArrayList<>();
        lines.add(later(derivation, figures));
        derivation
                .assessment()
                .loan()
                .acceleratedOn()
                .filter(on -> on.isAfter(derivation.asOf()))
                .ifPresent(on -> lines.add(
                        "Not counted: called in early 提前到期 on " + on + ", later than " + derivation.asOf() + "."));
        return lines;
    }

    private static List<String> row(InstallmentOutcome outcome, LoanFigures figures) {
        EffectiveInstallment due = outcome.due();
        return List.of(
                Integer.toString(due.seq()),
                due.contractual().dueOn().toString(),
                due.effectiveOn().toString(),
                figures.amount(due.owed().principal()),
                figures.amount(due.owed().interest()),
                figures.amount(due.owed().fee()),
                why(outcome));
    }

    private static String why(InstallmentOutcome outcome) {
        LocalDate agreed = outcome.due().contractual().dueOn();
        return switch (outcome.reason()) {
            case AS_AGREED -> "as agreed";
            case ROLLED_FROM_WEEKEND -> "moved: " + Figures.weekday(agreed) + " is no business day";
            case ROLLED_FROM_HOLIDAY -> "moved: " + agreed + " is a holiday";
            case ACCELERATED -> "called in early 提前到期; interest and fee fall away";
        };
    }

    private static String later(Derivation derivation, LoanFigures figures) {
        List<InstallmentOutcome> later = derivation.installments().stream()
                .filter(outcome -> !outcome.isActive())
                .toList();
        if (later.isEmpty()) {
            return "All installments have fallen due.";
        }
        long principal = Dues.sum(later, InstallmentOutcome::unpaid).principal();
        return Figures.plural(later.size(), "installment") + " with " + figures.money(principal)
                + " of principal " + (later.size() == 1 ? "falls" : "fall") + " due after " + derivation.asOf()
                + (later.size() == 1 ? ", on " : ", the next on ")
                + Figures.day(later.get(0).effectiveOn()) + ".";
    }
}
