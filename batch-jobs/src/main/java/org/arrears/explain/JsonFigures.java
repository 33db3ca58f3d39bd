package org.arrears.explain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.arrears.core.money.CurrencyUnit;
import tools.jackson.databind.node.ObjectNode;

/** Writes figures for machines: amounts as plain decimals in major units. */
final class JsonFigures {

    private final CurrencyUnit currency;

    JsonFigures(CurrencyUnit currency) {
        this.currency = currency;
    }

    /** An amount, or a product in major units x days. */
    String amount(long minor) {
        return currency.format(minor);
    }

    String unrounded(BigDecimal minor) {
        return minor.movePointLeft(currency.digits()).toPlainString();
    }

    static void date(ObjectNode to, String name, Optional<LocalDate> date) {
        text(to, name, date.map(LocalDate::toString));
    }

    static void text(ObjectNode to, String name, Optional<String> text) {
        if (text.isPresent()) {
            to.put(name, text.get());
        } else {
            to.putNull(name);
        }
    }

    static void number(ObjectNode to, String name, Optional<Integer> number) {
        if (number.isPresent()) {
            to.put(name, number.get().intValue());
        } else {
            to.putNull(name);
        }
    }
}
