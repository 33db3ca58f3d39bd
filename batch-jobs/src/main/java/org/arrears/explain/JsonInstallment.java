package org.arrears.explain;

import org.arrears.core.money.Component;
import org.arrears.core.money.Dues;
import org.arrears.core.replay.EffectiveInstallment;
import org.arrears.core.replay.InstallmentOutcome;
import org.arrears.core.replay.Rounding;
import tools.jackson.databind.node.ObjectNode;

/** Writes an installment: its dates, what was owed, what is unpaid, and both roundings. */
final class JsonInstallment {

    private final JsonFigures figures;

    JsonInstallment(JsonFigures figures) {
        this.figures = figures;
    }

    void write(ObjectNode to, InstallmentOutcome outcome) {
        EffectiveInstallment due = outcome.due();
        to.put("seq", due.seq());
        to.put("agreed_on", due.contractual().dueOn().toString());
        to.put("due_on", due.effectiveOn().toString());
        to.put("reason", outcome.reason().code());
        to.put("accrues_from", due.accrualStart().toString());
        to.put("state", outcome.state().code());
        ObjectNode owed = to.putObject("owed");
        Dues.LISTED.stream()
                .filter(Component::isContractual)
                .forEach(part -> owed.put(part.code(), figures.amount(due.owed().get(part))));
        ObjectNode unpaid = to.putObject("unpaid");
        Dues.LISTED.forEach(
                part -> unpaid.put(part.code(), figures.amount(outcome.unpaid().get(part))));
        unpaid.put("total", figures.amount(outcome.unpaid().total()));
        rounding(to.putObject("penalty"), outcome.penalty(), figures);
        rounding(to.putObject("compound"), outcome.compound(), figures);
    }

    static void rounding(ObjectNode to, Rounding rounding, JsonFigures figures) {
        to.put("product", figures.amount(rounding.balanceDays()));
        to.put("unrounded", figures.unrounded(rounding.unroundedMinor()));
        to.put("rounded", figures.amount(rounding.roundedMinor()));
        to.put("free", free(rounding.free()));
        to.put("due", figures.amount(rounding.dueMinor()));
        to.put("settled", figures.amount(rounding.settledMinor()));
        to.put("unpaid", figures.amount(rounding.outstandingMinor()));
    }

    private static String free(Rounding.Free free) {
        return switch (free) {
            case NO -> "no";
            case WITHIN_GRACE -> "within-grace";
            case CLEARED_IN_GRACE -> "cleared-in-grace";
        };
    }
}
