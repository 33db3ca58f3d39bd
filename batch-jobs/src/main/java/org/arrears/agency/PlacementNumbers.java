package org.arrears.agency;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The table {@code placement_number}: date and a running number in the order of the decisions. An account that was
 * numbered for a date has that number whenever the date is decided again, and nobody else ever gets it.
 */
final class PlacementNumbers {

    private final DataSource dataSource;
    private final LocalDate asOf;
    private final Map<String, String> numberOf = new HashMap<>();
    private final List<Object[]> added = new ArrayList<>();
    private int last;

    PlacementNumbers(DataSource dataSource, LocalDate asOf) {
        this.dataSource = dataSource;
        this.asOf = asOf;
        JdbcClient.create(dataSource)
                .sql("SELECT loan_no, placement_no, running FROM placement_number WHERE placed_on = ?")
                .params(asOf)
                .query(row -> {
                    numberOf.put(row.getString(1), row.getString(2));
                    last = Math.max(last, row.getInt(3));
                });
    }

    /** Returns the number of an account placed on the date: {@code P20261001-000017}. */
    String of(String loanNo) {
        return numberOf.computeIfAbsent(loanNo, none -> {
            last++;
            String number = String.format(Locale.ROOT, "P%s-%06d", asOf.format(DateTimeFormatter.BASIC_ISO_DATE), last);
            added.add(new Object[] {asOf, loanNo, last, number});
            return number;
        });
    }

    /** Stores what was numbered, in the caller's transaction. */
    void store() {
        new JdbcTemplate(dataSource)
                .batchUpdate(
                        "INSERT INTO placement_number (placed_on, loan_no, running, placement_no) VALUES (?, ?, ?, ?)",
                        added);
    }
}
