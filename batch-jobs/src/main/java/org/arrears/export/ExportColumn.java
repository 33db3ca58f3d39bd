package org.arrears.export;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.arrears.core.condition.Column;
import org.arrears.core.condition.ColumnType;
import org.arrears.core.condition.Columns;

/** The columns of {@code export accounts} in the order of the contract; each is named as in the database. */
public enum ExportColumn {
    LOAN_NO(ColumnType.TEXT),
    CUSTOMER_NO(ColumnType.TEXT),
    PRODUCT(ColumnType.TEXT),
    CURRENCY(ColumnType.TEXT),
    AS_OF(ColumnType.DATE),
    PAST_DUE_DAYS(ColumnType.COUNT),
    DPD(ColumnType.COUNT),
    CUSTOMER_DPD(ColumnType.COUNT),
    BUCKET(ColumnType.TEXT),
    CLASSIFICATION(ColumnType.TEXT),
    OLDEST_DUE_ON(ColumnType.DATE),
    MISSED_INSTALLMENTS(ColumnType.COUNT),
    OVERDUE_PRINCIPAL(ColumnType.AMOUNT),
    OVERDUE_INTEREST(ColumnType.AMOUNT),
    OVERDUE_FEE(ColumnType.AMOUNT),
    PENALTY(ColumnType.AMOUNT),
    COMPOUND(ColumnType.AMOUNT),
    TOTAL_OVERDUE(ColumnType.AMOUNT),
    PRINCIPAL_BALANCE(ColumnType.AMOUNT),
    HELD_CREDIT(ColumnType.AMOUNT),
    DAILY_ACCRUAL(ColumnType.AMOUNT),
    LAST_PAYMENT_ON(ColumnType.DATE),
    ANOMALIES(ColumnType.COUNT);

    /** All columns in order. */
    public static final List<ExportColumn> ALL = List.of(values());

    static final List<String> NAMES =
            Arrays.stream(values()).map(ExportColumn::columnName).toList();

    /** What a filter can be about. */
    static final Columns COLUMNS =
            new Columns(ALL.stream().map(ExportColumn::column).toList());

    private final ColumnType type;

    ExportColumn(ColumnType type) {
        this.type = type;
    }

    /** Returns the name in headers, filters and SQL. */
    public String columnName() {
        return name().toLowerCase(Locale.ROOT);
    }

    ColumnType type() {
        return type;
    }

    /** Returns the SQL to compare and sort by: amounts in major units, so that JPY and CNY can be mixed. */
    String comparable() {
        return expression(column());
    }

    static String expression(Column column) {
        return column.type() == ColumnType.AMOUNT ? "(" + column.name() + " * unit)" : column.name();
    }

    private Column column() {
        return new Column(columnName(), type, this == OLDEST_DUE_ON || this == LAST_PAYMENT_ON);
    }

    static Optional<ExportColumn> named(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return ALL.stream().filter(column -> column.columnName().equals(wanted)).findFirst();
    }
}
