package org.arrears.facts;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.arrears.core.policy.AnomalyPolicy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many anomalies of each kind the assessments of a date have, and on how many accounts. */
public final class AnomalyCounts {

    private AnomalyCounts() {}

    /**
     * One kind.
     *
     * @param held whether it keeps these accounts from notices and placement
     */
    public record Count(String anomaly, long count, long accounts, boolean held) {

        public Map<String, Object> entry() {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("anomaly", anomaly);
            entry.put("held", held ? "yes" : "no");
            entry.put("count", count);
            entry.put("accounts", accounts);
            return entry;
        }
    }

    public static List<Count> of(JdbcClient jdbc, LocalDate asOf, AnomalyPolicy policy) {
        return jdbc.sql("""
                        SELECT code, count(*), count(DISTINCT a.loan_no)
                        FROM assessment_on(:asOf) a CROSS JOIN unnest(string_to_array(a.anomaly_codes, E'\\n')) AS code
                        WHERE a.anomalies > 0
                        GROUP BY code ORDER BY code
                        """)
                .param("asOf", asOf)
                .query((row, number) -> new Count(
                        row.getString(1),
                        row.getLong(2),
                        row.getLong(3),
                        policy.heldCodes().contains(row.getString(1))))
                .list();
    }
}
