package org.arrears.facts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.arrears.core.money.Component;
import org.arrears.core.money.Dues;
import org.arrears.db.CopyReader;
import org.arrears.db.CopyWriter;

/** The columns in which the parts of a debt stand in tables, in the order of {@link Dues#LISTED}. */
public final class DuesColumns {

    /** Of an assessment, and of every file about it; {@code total_overdue} follows. */
    public static final List<String> OVERDUE =
            Dues.LISTED.stream().map(DuesColumns::overdue).toList();

    private DuesColumns() {}

    /** Returns the column of an assessment that holds a part; also its name in JSON. */
    public static String overdue(Component part) {
        return part.isContractual() ? "overdue_" + part.code() : part.code();
    }

    /** Reads the next columns of a row as the parts of a debt. */
    public static Dues read(CopyReader row) {
        return Dues.of(part -> row.bigint());
    }

    /** Reads the parts of what is overdue from a row that has columns of their names. */
    public static Dues read(ResultSet row) throws SQLException {
        Dues dues = Dues.NOTHING;
        for (Component part : Dues.LISTED) {
            dues = dues.with(part, row.getLong(overdue(part)));
        }
        return dues;
    }

    /** Returns SQL that adds the columns up under their own names. */
    public static String sums() {
        return OVERDUE.stream()
                .map(column -> "sum(" + column + ")::bigint AS " + column)
                .collect(Collectors.joining(", "));
    }

    /** Writes the parts of a debt and their total. */
    public static void write(CopyWriter out, Dues dues) {
        for (Component part : Dues.LISTED) {
            out.bigint(dues.get(part));
        }
        out.bigint(dues.total());
    }
}
