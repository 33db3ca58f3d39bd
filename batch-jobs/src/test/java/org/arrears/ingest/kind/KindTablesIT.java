package org.arrears.ingest.kind;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.arrears.db.Database;
import org.arrears.db.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables that the migrations make are those that the kinds of file say they fill. */
class KindTablesIT {

    private static final Database DATABASE = TestServer.freshDatabase("kind_tables");
    private static final JdbcClient JDBC = JdbcClient.create(DATABASE.dataSource());

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    static Stream<FileKind> kinds() {
        return FileKinds.OURS.all().stream();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theTableHasTheColumnsOfTheFileAndWhereARowCameFrom(FileKind kind) {
        assertEquals(
                Stream.concat(kind.columns().stored().stream(), Stream.of("file_no", "line"))
                        .sorted()
                        .toList(),
                JDBC
                        .sql("SELECT column_name FROM information_schema.columns WHERE table_schema = current_schema()"
                                + " AND table_name = ?")
                        .params(kind.table())
                        .query(String.class)
                        .list()
                        .stream()
                        .sorted()
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theKeyOfTheTableIsThatOfTheFileOrOfTheRowsThatAreGathered(FileKind kind) {
        String table = kind.gathering().map(Gathering::table).orElse(kind.table());
        String key = kind.gathering().map(Gathering::key).orElse(String.join(", ", kind.key()));
        assertEquals(
                List.of("PRIMARY KEY (" + key + ")"),
                JDBC.sql("SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = ?::regclass"
                                + " AND contype = 'p'")
                        .params(table)
                        .query(String.class)
                        .list());
    }
}
