package org.arrears.outbound;

/** A column of a file: its name in the header and what its cells are. */
public record Column(String name, ColumnType type) {

    public static Column text(String name) {
        return new Column(name, ColumnType.TEXT);
    }

    public static Column count(String name) {
        return new Column(name, ColumnType.COUNT);
    }

    public static Column decimal(String name) {
        return new Column(name, ColumnType.DECIMAL);
    }

    public static Column date(String name) {
        return new Column(name, ColumnType.DATE);
    }

    public static Column currency(String name) {
        return new Column(name, ColumnType.CURRENCY);
    }

    public static Column amount(String name) {
        return new Column(name, ColumnType.AMOUNT);
    }
}
