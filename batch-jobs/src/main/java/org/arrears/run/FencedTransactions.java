package org.arrears.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * Commits only while no other attempt has begun: what a run that lost its lock has in hand is rolled back, whichever
 * step or chunk it is in, and its records in the job repository too. The server ends the session of a process that
 * stands still in the middle of a transaction, whose locks would keep its successor waiting.
 */
final class FencedTransactions extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;

    /** Longer than any step works between two statements; a process that stands still holds its locks no longer. */
    private static final Duration IDLE = Duration.ofMinutes(10);

    private final transient Attempt attempt;
    private final Duration idle;

    FencedTransactions(DataSource dataSource, Attempt attempt) {
        this(dataSource, attempt, IDLE);
    }

    FencedTransactions(DataSource dataSource, Attempt attempt, Duration idle) {
        super(dataSource);
        this.attempt = Objects.requireNonNull(attempt);
        this.idle = idle;
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL idle_in_transaction_session_timeout = " + idle.toMillis());
        }
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        if (!status.isReadOnly()) {
            attempt.requireLease();
        }
        super.doCommit(status);
    }
}
