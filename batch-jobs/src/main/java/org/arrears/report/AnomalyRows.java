package org.arrears.report;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every anomaly of a date, by loan and in the order of its assessment; read page by page, so that a book of doubtful
 * loans takes no more memory than one page.
 */
record AnomalyRows(JdbcClient jdbc, LocalDate asOf) implements Iterable<AnomalyRows.Line> {

    private static final int LOANS_PER_PAGE = 5_000;

    /** An anomaly and the account it is about. */
    record Line(
            String loanNo,
            String customerNo,
            String product,
            String currency,
            int dpd,
            String anomaly,
            String detail) {}

    @Override
    public Iterator<Line> iterator() {
        return new Pages();
    }

    private List<Line> page(String after) {
        return jdbc.sql("""
                        SELECT a.loan_no, a.customer_no, a.product, a.currency, a.dpd, x.code, x.detail
                        FROM (SELECT * FROM assessment_on(:asOf)
                              WHERE anomalies > 0 AND loan_no > :after
                              ORDER BY loan_no LIMIT {loans}) a
                        CROSS JOIN unnest(string_to_array(a.anomaly_codes, E'\\n'),
                                          string_to_array(a.anomaly_texts, E'\\n'))
                            WITH ORDINALITY AS x (code, detail, place)
                        ORDER BY a.loan_no, x.place
                        """.replace("{loans}", Integer.toString(LOANS_PER_PAGE)))
                .param("asOf", asOf)
                .param("after", after)
                .query((row, number) -> new Line(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getInt(5),
                        row.getString(6),
                        row.getString(7)))
                .list();
    }

    /** Goes from one page to the next. */
    private final class Pages implements Iterator<Line> {

        private final Deque<Line> lines = new ArrayDeque<>(page(""));

        @Override
        public boolean hasNext() {
            return !lines.isEmpty();
        }

        @Override
        public Line next() {
            if (lines.isEmpty()) {
                throw new NoSuchElementException();
            }
            Line line = lines.removeFirst();
            if (lines.isEmpty()) {
                lines.addAll(page(line.loanNo()));
            }
            return line;
        }
    }
}
