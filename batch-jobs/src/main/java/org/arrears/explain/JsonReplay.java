package org.arrears.explain;

import org.arrears.core.money.Component;
import org.arrears.core.replay.AccrualSlice;
import org.arrears.core.replay.Spending;
import org.arrears.core.replay.Spending.Allocation;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes the steps of a replay: slices of accrual, and where money went. */
final class JsonReplay {

    private final JsonFigures figures;

    JsonReplay(JsonFigures figures) {
        this.figures = figures;
    }

    void slice(ObjectNode to, AccrualSlice slice) {
        to.put("seq", slice.seq());
        to.put("from", slice.from().toString());
        to.put("to", slice.to().toString());
        to.put("days", slice.days());
        to.put("principal", figures.amount(slice.principalMinor()));
        to.put("interest", figures.amount(slice.interestMinor()));
        to.put("penalty_basis", figures.amount(slice.penaltyBasisMinor()));
        to.put("penalty_product", figures.amount(slice.penaltyBalanceDays()));
        to.put("compound_product", figures.amount(slice.compoundBalanceDays()));
        to.put("penalty_product_sum", figures.amount(slice.penaltyBalanceDaysSoFar()));
        to.put("compound_product_sum", figures.amount(slice.compoundBalanceDaysSoFar()));
    }

    void spending(ObjectNode to, Spending spending) {
        to.put("kind", spending.kind().code());
        JsonFigures.text(to, "txn_no", spending.txnNo());
        to.put("value_on", spending.on().toString());
        to.put("amount", figures.amount(spending.amountMinor()));
        to.put("held_before", figures.amount(spending.heldBeforeMinor()));
        to.put("pool", figures.amount(spending.poolMinor()));
        to.put("dpd", spending.dpd());
        ArrayNode components = to.putArray("components");
        spending.components().stream().map(Component::code).forEach(components::add);
        JsonFigures.number(to, "from_dpd", spending.fromDpd());
        ExplainJson.each(to, "allocations", spending.allocations(), this::allocation);
        to.put("left", figures.amount(spending.leftMinor()));
    }

    private void allocation(ObjectNode to, Allocation part) {
        to.put("seq", part.seq());
        to.put("component", part.component().code());
        to.put("was_unpaid", figures.amount(part.outstandingMinor()));
        to.put("amount", figures.amount(part.amountMinor()));
        if (part.rounding().isPresent()) {
            JsonInstallment.rounding(to.putObject("rounding"), part.rounding().get(), figures);
        } else {
            to.putNull("rounding");
        }
    }
}
