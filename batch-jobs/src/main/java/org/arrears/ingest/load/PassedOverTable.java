package org.arrears.ingest.load;

import java.util.List;
import java.util.function.Function;
import org.arrears.ingest.inbox.PassedOver;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code passed_over}. */
final class PassedOverTable {

    private final JdbcClient jdbc;

    PassedOverTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps what a run passed over, instead of what an earlier attempt of it did. */
    void replace(String runId, List<PassedOver> entries) {
        jdbc.sql("DELETE FROM passed_over WHERE run_id = ?").params(runId).update();
        jdbc.sql("""
                        INSERT INTO passed_over (run_id, entry_no, name, reason)
                        SELECT ?, entry_no, name, reason
                        FROM unnest(?::text[], ?::text[]) WITH ORDINALITY AS entry (name, reason, entry_no)
                        """)
                .params(runId, column(entries, PassedOver::name), column(entries, PassedOver::reason))
                .update();
    }

    private static String[] column(List<PassedOver> entries, Function<PassedOver, String> value) {
        return entries.stream().map(value).toArray(String[]::new);
    }
}
