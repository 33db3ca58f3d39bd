package org.arrears.core.condition;

import java.util.Optional;

/**
 * A text looks like a pattern: {@code %} stands for any characters or none, {@code _} for one, and a character after a
 * backslash for itself.
 */
public record Like(Column column, String pattern) implements Condition {

    private static final int ANY = '%';
    private static final int ONE = '_';
    private static final int ESCAPE = '\\';

    public Like {
        if (column.type() != ColumnType.TEXT || endsInTheMiddle(pattern)) {
            throw new IllegalStateException(column + " like " + pattern);
        }
    }

    /** Says whether a pattern ends with a backslash that nothing follows. */
    static boolean endsInTheMiddle(String pattern) {
        int backslashes = 0;
        while (backslashes < pattern.length() && pattern.charAt(pattern.length() - 1 - backslashes) == ESCAPE) {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    @Override
    public boolean holds(Row row) {
        Optional<Object> held = column.in(row);
        return held.isPresent() && matches((String) held.get(), pattern);
    }

    /** Goes back only to the last {@code %}, so that its time is that of text times pattern. */
    private static boolean matches(String textRead, String patternRead) {
        int[] text = textRead.codePoints().toArray();
        int[] wanted = patternRead.codePoints().toArray();
        int at = 0;
        int in = 0;
        int afterAny = -1;
        int resume = 0;
        while (at < text.length) {
            boolean escaped = in < wanted.length && wanted[in] == ESCAPE;
            if (in < wanted.length && wanted[in] == ANY) {
                afterAny = ++in;
                resume = at;
            } else if (in < wanted.length && (escaped ? wanted[in + 1] == text[at] : fits(wanted[in], text[at]))) {
                in += escaped ? 2 : 1;
                at++;
            } else if (afterAny >= 0) {
                in = afterAny;
                at = ++resume;
            } else {
                return false;
            }
        }
        while (in < wanted.length && wanted[in] == ANY) {
            in++;
        }
        return in == wanted.length;
    }

    private static boolean fits(int wanted, int found) {
        return wanted == ONE || wanted == found;
    }

    @Override
    public void write(SqlText sql) {
        sql.twoValued(
                column.canBeEmpty(), () -> sql.column(column).raw(" LIKE ").value(pattern));
    }
}
