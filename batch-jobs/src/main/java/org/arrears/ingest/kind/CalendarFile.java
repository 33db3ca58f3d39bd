package org.arrears.ingest.kind;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** Calendar files: holidays, and days on which people work although they are none. */
final class CalendarFile implements FileKind {

    private static final Columns COLUMNS =
            Columns.of(Column.date("date").needed(), Column.text("kind").needed(), Column.text("name"));

    @Override
    public String code() {
        return "calendar";
    }

    @Override
    public String table() {
        return "calendar_day";
    }

    @Override
    public Columns columns() {
        return COLUMNS;
    }

    @Override
    public List<String> key() {
        return List.of("date");
    }

    @Override
    public void write(RowFields row, LoanCurrencies currencies, RowSink out) throws SQLException {
        LocalDate date = row.date(0);
        String kind = row.code(1, List.of("holiday", "workday"));
        String name = row.textOrEmpty(2);
        if (row.isGood()) {
            out.row().date(date).text(kind).textOrNull(name);
        }
    }
}
