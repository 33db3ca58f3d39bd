package org.arrears.report.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.arrears.core.loan.Component;
import org.arrears.core.loan.Transaction;
import org.arrears.core.policy.Terms;
import org.arrears.core.replay.Derivation;
import org.arrears.core.replay.Rounding;
import org.arrears.core.replay.Spending;
import org.arrears.core.replay.Spending.Allocation;
import org.arrears.core.replay.Undone;
import org.arrears.report.explain.Sheet.Column;
import org.arrears.report.explain.Sheet.Section;
import org.arrears.report.explain.Sheet.Table;

/** Where each payment, waiver and held credit went, what was reversed, and what is not known yet. */
final class MovementSection {

    private static final List<Column> COLUMNS = List.of(
            Column.right("no."),
            Column.left("component"),
            Column.right("was unpaid"),
            Column.right("taken off"),
            Column.left("how penalty or compound came about"));

    private final Derivation derivation;
    private final Figures figures;

    private MovementSection(Derivation derivation, Figures figures) {
        this.derivation = derivation;
        this.figures = figures;
    }

    static Section of(Derivation derivation, Figures figures) {
        MovementSection section = new MovementSection(derivation, figures);
        List<String> lines = new ArrayList<>();
        derivation.reversals().forEach(undone -> lines.add(section.reversal(undone)));
        derivation.later().forEach(later -> lines.add(section.later(later)));
        if (derivation.spendings().isEmpty()) {
            lines.add("Nothing was paid or waived by " + derivation.asOf() + ".");
        }
        return new Section(
                "Payments 还款 and waivers 减免",
                lines,
                derivation.spendings().stream().map(section::table).toList());
    }

    private String reversal(Undone undone) {
        Transaction.Reversal reversal = undone.reversal();
        String what = "Reversal 冲正 " + reversal.txnNo() + " of " + reversal.valueOn() + " ";
        return what
                + undone.removed()
                        .map(gone -> "removed " + named(gone) + " of " + gone.valueOn() + ", "
                                + figures.money(gone.amountMinor()) + ", as if it had never happened.")
                        .orElse("removed nothing; see the result.");
    }

    private String later(Transaction later) {
        return "Not counted: " + named(later) + " of " + later.valueOn() + ", " + figures.money(later.amountMinor())
                + ", is later than " + derivation.asOf() + ".";
    }

    private static String named(Transaction transaction) {
        if (transaction instanceof Transaction.Payment) {
            return "payment " + transaction.txnNo();
        }
        return (transaction instanceof Transaction.Waiver ? "waiver " : "reversal ") + transaction.txnNo();
    }

    private Table table(Spending spending) {
        List<List<String>> rows = spending.allocations().stream().map(this::row).toList();
        List<String> notes = new ArrayList<>();
        if (spending.leftMinor() > 0) {
            notes.add(
                    spending.kind() == Spending.Kind.WAIVER
                            ? figures.money(spending.leftMinor()) + " could not be applied: nothing of it was unpaid."
                            : figures.money(spending.leftMinor()) + " is left and held until something falls due.");
        }
        List<String> totals = rows.isEmpty() ? List.of() : List.of("", "total", "", spent(spending), "");
        return new Table(caption(spending), rows.isEmpty() ? List.of() : COLUMNS, rows, totals, notes);
    }

    private String spent(Spending spending) {
        return figures.amount(spending.poolMinor() - spending.leftMinor());
    }

    private String caption(Spending spending) {
        String dpd = ", at " + spending.dpd() + " days past due";
        String amount = figures.money(spending.amountMinor());
        String txnNo = spending.txnNo().orElse("");
        return switch (spending.kind()) {
            case WAIVER ->
                spending.on() + " waiver 减免 " + txnNo + ": " + amount + " of "
                        + spending.components().get(0).code() + dpd;
            case HELD_CREDIT -> spending.on() + " held credit 溢缴款: " + amount + dpd + "; " + order(spending);
            case PAYMENT ->
                spending.on() + " payment 还款 " + txnNo + ": " + amount
                        + (spending.heldBeforeMinor() > 0
                                ? " and held credit " + figures.money(spending.heldBeforeMinor())
                                : "")
                        + dpd + "; " + order(spending);
        };
    }

    private String order(Spending spending) {
        Terms.Order order = derivation.terms().terms().allocation().order();
        return RateSection.words(order) + ": "
                + spending.components().stream().map(Component::code).collect(Collectors.joining(", "))
                + spending.fromDpd()
                        .map(from -> " (the order from " + from + " days on)")
                        .orElse("");
    }

    private List<String> row(Allocation part) {
        return List.of(
                Integer.toString(part.seq()),
                Words.of(part.component()),
                figures.amount(part.outstandingMinor()),
                figures.amount(part.amountMinor()),
                part.rounding().map(this::how).orElse(""));
    }

    private String how(Rounding rounding) {
        String less = rounding.settledMinor() == 0
                ? ""
                : ", less " + figures.amount(rounding.settledMinor()) + " settled before";
        return figures.rounding(rounding, figures.rate(rounding)) + less;
    }
}
