package org.arrears.outbound;

import java.util.regex.Pattern;

/** What the cells of a column are. */
public enum ColumnType {
    /** Whatever it says; a spreadsheet will not take it for a formula. */
    TEXT(".*"),
    /** A whole number. */
    COUNT("-?[0-9]+"),
    /** A decimal that is no amount, or nothing. */
    DECIMAL("(-?[0-9]+(\\.[0-9]+)?)?"),
    /** A date, or nothing. */
    DATE("([0-9]{4,}-[0-9]{2}-[0-9]{2})?"),
    /** The currency of the row's amounts; of several, one beside the other. */
    CURRENCY("[A-Z]{3}(;[A-Z]{3})*"),
    /** An amount in major units of the row's currency; of several, one beside the other. */
    AMOUNT("-?[0-9]+(\\.[0-9]+)?(;-?[0-9]+(\\.[0-9]+)?)*");

    /** Between what a row says of one currency and of the next. */
    static final String BETWEEN = ";";

    private final Pattern cells;

    ColumnType(String cells) {
        this.cells = Pattern.compile(cells, Pattern.DOTALL);
    }

    boolean takes(String cell) {
        return this == TEXT || cells.matcher(cell).matches();
    }
}
