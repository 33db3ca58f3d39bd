package org.arrears.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.arrears.db.Database;
import org.arrears.db.TestServer;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A process that stands still in the middle of a transaction keeps nobody waiting for ever. */
class FencedTransactionsIT {

    private static final Database DATABASE = TestServer.freshDatabase("fenced_transactions");

    private final JdbcClient jdbc = JdbcClient.create(DATABASE.dataSource());

    @TempDir
    private Path folder = Path.of("");

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private Attempt attempt() {
        RunRequest request = SomeJob.request(LocalDate.of(2026, 9, 30), folder, RunRequest.Options.ORDINARY, "one");
        return Attempt.begin(DATABASE.dataSource(), new Run(request, 1, 1), Map.of());
    }

    @Test
    void theLocksOfAFrozenTransactionAreFreedAndItIsToldWhy() throws Exception {
        jdbc.sql("CREATE TABLE locked (one integer PRIMARY KEY)").update();
        FencedTransactions frozen = new FencedTransactions(DATABASE.dataSource(), attempt(), Duration.ofSeconds(1));
        RuntimeException ended = assertThrows(
                RuntimeException.class,
                () -> new TransactionTemplate(frozen).executeWithoutResult(status -> {
                    jdbc.sql("INSERT INTO locked VALUES (1)").update();
                    successorGetsTheRow();
                    jdbc.sql("INSERT INTO locked VALUES (2)").update();
                }));
        assertEquals(FailureKind.DATABASE_UNAVAILABLE, ((ArrearsException) Fault.of(ended)).kind());
        assertEquals(
                "1 1",
                jdbc.sql("SELECT count(*) || ' ' || max(one) FROM locked")
                        .query(String.class)
                        .single());
    }

    private void successorGetsTheRow() {
        CompletableFuture.supplyAsync(() -> JdbcClient.create(DATABASE.dataSource())
                        .sql("INSERT INTO locked VALUES (1)")
                        .update())
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
    }

    @Test
    void everyTransactionOfARunHasALimitAndOthersHaveNone() {
        String limit = "SHOW idle_in_transaction_session_timeout";
        String within = new TransactionTemplate(new FencedTransactions(DATABASE.dataSource(), attempt()))
                .execute(status -> jdbc.sql(limit).query(String.class).single());
        assertEquals("10min", within);
        assertEquals("0", jdbc.sql(limit).query(String.class).single());
    }
}
