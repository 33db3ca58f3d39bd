package org.arrears.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.arrears.core.loan.Transaction;
import org.arrears.core.money.Component;
import org.arrears.core.policy.Terms;
import org.arrears.core.replay.Derivation;
import org.arrears.core.replay.ReversalEffect;
import org.arrears.core.replay.Rounding;
import org.arrears.core.replay.Spending;
import org.arrears.core.replay.Spending.Allocation;
import org.arrears.explain.Explanation.Column;
import org.arrears.explain.Explanation.Section;
import org.arrears.explain.Explanation.Table;

/** Where each payment, waiver and held credit went, what was reversed, and what is not known yet. */
final class MovementSection {

    private static final List<Column> COLUMNS = List.of(
            Column.right("no."),
            Column.left("component"),
            Column.right("was unpaid"),
            Column.right("taken off"),
            Column.left("how penalty or compound came about"));
    private static final int COLUMNS_WITHOUT_HOW = 4;

    private final Derivation derivation;
    private final LoanFigures figures;

    private MovementSection(Derivation derivation, LoanFigures figures) {
        this.derivation = derivation;
        this.figures = figures;
    }

    static Section of(Derivation derivation, LoanFigures figures) {
        MovementSection section = new MovementSection(derivation, figures);
        List<String> lines = new ArrayList<>();
        derivation.reversals().forEach(effect -> lines.add(section.reversal(effect)));
        derivation.later().forEach(later -> lines.add(section.later(later)));
        if (derivation.spendings().isEmpty()) {
            lines.add("Nothing was paid or waived by " + derivation.asOf() + ".");
        }
        return new Section(
                "Payments 还款 and waivers 减免",
                lines,
                derivation.spendings().stream().map(section::table).toList());
    }

    private String reversal(ReversalEffect effect) {
        Transaction.Reversal reversal = effect.reversal();
        String what = "Reversal 冲正 " + reversal.txnNo() + " of " + reversal.valueOn() + " ";
        return what
                + effect.removed()
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
        List<String> notes = new ArrayList<>();
        if (spending.leftMinor() > 0) {
            notes.add(left(spending));
        }
        if (spending.allocations().isEmpty()) {
            return new Table(caption(spending), List.of(), List.of(), List.of(), notes);
        }
        boolean how =
                spending.allocations().stream().anyMatch(part -> part.rounding().isPresent());
        int width = how ? COLUMNS.size() : COLUMNS_WITHOUT_HOW;
        return new Table(
                caption(spending),
                COLUMNS.subList(0, width),
                spending.allocations().stream()
                        .map(part -> row(part).subList(0, width))
                        .toList(),
                List.of("", "total", "", spent(spending), "").subList(0, width),
                notes);
    }

    private String left(Spending spending) {
        String left = figures.money(spending.leftMinor());
        return spending.kind() == Spending.Kind.WAIVER
                ? left + " could not be applied: no more of it was unpaid."
                : left + " is left and held until something falls due.";
    }

    private String spent(Spending spending) {
        return figures.amount(spending.poolMinor() - spending.leftMinor());
    }

    private String caption(Spending spending) {
        String dpd = ", at " + LoanFigures.daysPastDue(spending.dpd());
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
