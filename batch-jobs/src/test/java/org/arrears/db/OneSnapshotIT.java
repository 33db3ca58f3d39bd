package org.arrears.db;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is committed between two reads is seen by neither or by both. */
class OneSnapshotIT {

    @Test
    void allConnectionsSeeTheStateInWhichTheFirstWasOpened() throws SQLException {
        try (Database database = TestServer.freshDatabase("one_snapshot")) {
            JdbcClient jdbc = JdbcClient.create(database.dataSource());
            List<Connection> connections = OneSnapshot.connections(database.dataSource(), 3);
            jdbc.sql("INSERT INTO calendar_day VALUES ('2026-10-01', 'holiday', '国庆', 1, 2)")
                    .update();
            List<Integer> seen = new ArrayList<>();
            for (Connection connection : connections) {
                seen.add(days(connection));
                connection.close();
            }
            assertEquals(List.of(0, 0, 0), seen);
            try (Connection later = database.dataSource().getConnection()) {
                assertEquals(1, days(later), "a connection of the pool is as it was");
                assertEquals(true, later.getAutoCommit());
                assertEquals(false, later.isReadOnly());
            }
        }
    }

    private static int days(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT count(*) FROM calendar_day")) {
            count.next();
            return count.getInt(1);
        }
    }
}
