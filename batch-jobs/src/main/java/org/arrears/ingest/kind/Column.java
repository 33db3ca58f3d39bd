package org.arrears.ingest.kind;

/**
 * A column of an input file: what stands in it, and where it goes.
 *
 * @param stored the column of the table
 * @param fallback what a new row has if the file leaves the column out or empty, as SQL; empty for nothing
 * @param printed whether notices may print its values
 */
public record Column(
        String name, Type type, boolean required, String stored, String fallback, Privacy privacy, boolean printed) {

    /** What stands in a column, as far as a mapping has to know. */
    public enum Type {
        TEXT,
        DATE,
        AMOUNT,
        RATE
    }

    /** How much of a value a check may show. */
    public enum Privacy {
        OPEN,
        HIDDEN,
        FIRST_CHARACTER
    }

    public Column {
        if (!name.matches("[a-z_]+") || !stored.matches("[a-z0-9_]+")) {
            throw new IllegalStateException("no column: " + name + " " + stored);
        }
    }

    private static Column of(String name, Type type) {
        return new Column(name, type, false, name, "", Privacy.OPEN, false);
    }

    public static Column text(String name) {
        return of(name, Type.TEXT);
    }

    public static Column date(String name) {
        return of(name, Type.DATE);
    }

    public static Column amount(String name) {
        return of(name, Type.AMOUNT);
    }

    public static Column rate(String name) {
        return of(name, Type.RATE);
    }

    /** Returns this column, without which a file is refused. */
    Column needed() {
        return new Column(name, type, true, stored, fallback, privacy, printed);
    }

    /** Returns this column, kept under another name. */
    Column storedAs(String column) {
        return new Column(name, type, required, column, fallback, privacy, printed);
    }

    /** Returns this column with what a new row has in it. */
    public Column or(String value) {
        return new Column(
                name, type, required, stored, type == Type.TEXT ? "'" + value + "'" : value, privacy, printed);
    }

    /** Returns this column, whose values notices may print. */
    Column onNotices() {
        return new Column(name, type, required, stored, fallback, privacy, true);
    }

    /** Returns this column, whose values are hidden where a check quotes them. */
    Column personal() {
        return new Column(name, type, required, stored, fallback, Privacy.HIDDEN, printed);
    }

    /** Returns this column of names: its first character is shown, by which one sees that the encoding is right. */
    Column personName() {
        return new Column(name, type, required, stored, fallback, Privacy.FIRST_CHARACTER, printed);
    }
}
