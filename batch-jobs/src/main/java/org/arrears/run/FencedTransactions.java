package org.arrears.run;

import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * Commits only while no other attempt has begun: what a run that lost its lock has in hand is rolled back, whichever
 * step or chunk it is in, and its records in the job repository too.
 */
final class FencedTransactions extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;

    private final transient Attempt attempt;

    FencedTransactions(DataSource dataSource, Attempt attempt) {
        super(dataSource);
        this.attempt = Objects.requireNonNull(attempt);
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        if (!status.isReadOnly()) {
            attempt.requireLease();
        }
        super.doCommit(status);
    }
}
