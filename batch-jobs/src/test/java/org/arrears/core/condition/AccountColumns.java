package org.arrears.core.condition;

import java.util.List;

/** Columns of every type for the tests, those of accounts; some can be empty, one of them a text. */
final class AccountColumns {

    static final Column PRODUCT = new Column("product", ColumnType.TEXT, false);
    static final Column BUCKET = new Column("bucket", ColumnType.TEXT, false);
    static final Column SEGMENT = new Column("segment", ColumnType.TEXT, true);
    static final Column DPD = new Column("dpd", ColumnType.COUNT, false);
    static final Column CUSTOMER_DPD = new Column("customer_dpd", ColumnType.COUNT, true);
    static final Column PENALTY = new Column("penalty", ColumnType.AMOUNT, false);
    static final Column TOTAL_OVERDUE = new Column("total_overdue", ColumnType.AMOUNT, true);
    static final Column AS_OF = new Column("as_of", ColumnType.DATE, false);
    static final Column LAST_PAYMENT_ON = new Column("last_payment_on", ColumnType.DATE, true);

    static final Columns ALL = new Columns(
            List.of(PRODUCT, BUCKET, SEGMENT, DPD, CUSTOMER_DPD, PENALTY, TOTAL_OVERDUE, AS_OF, LAST_PAYMENT_ON));

    private AccountColumns() {}

    /** Amounts in major units, as an export compares them. */
    static String expression(Column column) {
        return column.type() == ColumnType.AMOUNT ? "(" + column.name() + " * unit)" : column.name();
    }

    static Condition condition(String text) {
        return ConditionParser.read(text, ALL).match(condition -> condition, wrong -> {
            throw new IllegalStateException(text + ": " + wrong);
        });
    }
}
