package org.arrears.ingest;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** Rows of calendar files into {@code calendar_day}. */
final class CalendarTable implements Destination {

    @Override
    public String table() {
        return "calendar_day";
    }

    @Override
    public List<String> key() {
        return List.of("date");
    }

    @Override
    public List<String> columns() {
        return List.of("date", "kind", "name");
    }

    @Override
    public void write(RowFields row, RowSink out, int fileNo) throws SQLException {
        LocalDate date = row.date(0);
        String kind = row.code(1, List.of("holiday", "workday"));
        String name = row.textOrEmpty(2);
        if (row.isGood()) {
            out.row().date(date).text(kind).textOrNull(name).integer(fileNo).integer(row.line());
        }
    }
}
