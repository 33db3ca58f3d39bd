package org.arrears.summary;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.arrears.print.Figures;
import org.arrears.run.RunRecord;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happened with each agency: placed and recalled on the date, and open at its end. */
final class AgencyNote {

    private AgencyNote() {}

    private record Agency(String code, long placed, long recalled, long open) {

        Map<String, Object> entry() {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("agency", code);
            entry.put("placed", placed);
            entry.put("recalled", recalled);
            entry.put("open", open);
            return entry;
        }

        RunNote.Line line() {
            return new RunNote.Line(
                    "agency",
                    String.format(
                            Locale.ROOT,
                            "%-12s %s placed, %s recalled, %s open",
                            code,
                            Figures.grouped(placed),
                            Figures.grouped(recalled),
                            Figures.grouped(open)));
        }
    }

    static RunNote of(JdbcClient jdbc, RunRecord run) {
        List<Agency> agencies = jdbc.sql("""
                        SELECT agency, count(*) FILTER (WHERE placed_on = :asOf) AS placed,
                               count(*) FILTER (WHERE recalled_on = :asOf) AS recalled,
                               count(*) FILTER (WHERE placed_on <= :asOf
                                                AND (recalled_on IS NULL OR recalled_on > :asOf)) AS open
                        FROM placement GROUP BY agency ORDER BY agency
                        """)
                .param("asOf", run.asOf())
                .query((row, number) -> new Agency(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                .list();
        return new RunNote(
                "agencies",
                "Agencies",
                List.of("agency"),
                agencies.stream().map(Agency::entry).toList(),
                false,
                agencies.stream().map(Agency::line).toList());
    }
}
