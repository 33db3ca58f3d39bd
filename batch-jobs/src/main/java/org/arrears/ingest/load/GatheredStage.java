package org.arrears.ingest.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.arrears.db.BulkLoad;
import org.arrears.ingest.kind.Gathering;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The stage of rows that are gathered as arrays. What is one run of its loan in one file goes through it as it came;
 * everything else is taken apart into rows, checked as such, and put together again.
 */
final class GatheredStage {

    private final JdbcClient jdbc;
    private final Connection connection;
    private final Gathering gathering;
    private final Optional<BulkLoad> direct;
    private final String name;
    private boolean keyed;

    GatheredStage(JdbcClient jdbc, Connection connection, Gathering gathering) {
        this.jdbc = jdbc;
        this.connection = connection;
        this.gathering = gathering;
        String table = gathering.table();
        this.direct = BulkLoad.suits(jdbc, table) ? Optional.of(BulkLoad.begin(jdbc, table)) : Optional.empty();
        this.name = direct.isPresent() ? table : "stage_" + table;
        if (direct.isEmpty()) {
            run("CREATE TEMP TABLE " + name + " (LIKE " + table + ") ON COMMIT DROP");
        }
    }

    Gathering gathering() {
        return gathering;
    }

    String name() {
        return name;
    }

    /** Says whether all rows are new: the table had none. */
    boolean isNew() {
        return direct.isPresent();
    }

    /** Moves what is in more than one place to a table of rows. */
    void scatterInto(String rows) throws SQLException {
        keyed = Stage.isMade(connection, this::makeKey);
        if (keyed && BulkLoad.suits(jdbc, rows)) {
            return;
        }
        run("ANALYZE " + rows);
        String key = gathering.key();
        run("WITH several AS (SELECT " + key + " FROM " + rows + " UNION SELECT " + key + " FROM " + name + " GROUP BY "
                + key + " HAVING count(*) > 1), gone AS (DELETE FROM " + name + " s USING several m WHERE s." + key
                + " = m." + key + " RETURNING s.*) INSERT INTO " + rows + " " + gathering.rowsOf("gone"));
        run("ANALYZE " + rows);
    }

    /** Takes in what is left in a table of rows. */
    void gather(String rows) {
        run("INSERT INTO " + name + " (" + String.join(", ", gathering.tableColumns()) + ") "
                + gathering.gathered(rows));
        if (!keyed) {
            makeKey();
        }
        direct.ifPresent(BulkLoad::makeIndexes);
        // What the arrays hold is asked by nobody, and its statistics would cost as much as the COPY of 150,000 loans.
        run("ANALYZE " + name + " (" + gathering.key() + ")");
    }

    private void makeKey() {
        direct.ifPresentOrElse(
                BulkLoad::makeKey, () -> run("ALTER TABLE " + name + " ADD PRIMARY KEY (" + gathering.key() + ")"));
    }

    long count() {
        return jdbc.sql("SELECT coalesce(sum(cardinality(" + gathering.first() + ")), 0) FROM " + name)
                .query(Long.class)
                .single();
    }

    void drop() {
        if (direct.isEmpty()) {
            run("DROP TABLE " + name);
        }
    }

    private void run(String sql) {
        jdbc.sql(sql).update();
    }
}
