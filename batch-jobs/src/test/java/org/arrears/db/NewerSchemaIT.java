package org.arrears.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A schema that a newer program has made is not touched. */
class NewerSchemaIT {

    @Test
    void aSchemaNewerThanTheProgramIsRefusedNamingBothVersions() {
        try (Database database = TestServer.freshDatabase("newer_schema")) {
            JdbcClient jdbc = JdbcClient.create(database.dataSource());
            String known = jdbc.sql("SELECT version FROM flyway_schema_history WHERE version IS NOT NULL"
                            + " ORDER BY version::integer DESC LIMIT 1")
                    .query(String.class)
                    .single();
            jdbc.sql("INSERT INTO flyway_schema_history (installed_rank, version, description, type, script,"
                            + " installed_by, execution_time, success)"
                            + " VALUES (999, '999', 'of the future', 'SQL', 'V999__of_the_future.sql', 'x', 1, true)")
                    .update();
            List<String> history = history(jdbc);
            ArrearsException refused = assertThrows(ArrearsException.class, () -> TestServer.open("newer_schema"));
            assertEquals(FailureKind.DATABASE_UNAVAILABLE, refused.kind());
            String message = String.valueOf(refused.getMessage());
            assertTrue(
                    message.contains("is of version 999, this program knows versions up to " + known + ": a newer"),
                    message);
            assertEquals(history, history(jdbc));
        }
    }

    private static List<String> history(JdbcClient jdbc) {
        return jdbc.sql("SELECT h::text FROM flyway_schema_history h ORDER BY installed_rank")
                .query(String.class)
                .list();
    }
}
