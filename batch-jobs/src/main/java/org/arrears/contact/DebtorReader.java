package org.arrears.contact;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import javax.sql.DataSource;
import org.arrears.core.contact.Debtor;
import org.arrears.facts.Doubts;
import org.arrears.run.KeyRange;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamException;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Reads the debtors of a range of customers that are to be decided about: those in arrears, then those of whom
 * something falls due soon. It always begins at the start of its range, whose earlier decisions are forgotten before.
 */
final class DebtorReader implements ItemStreamReader<Debtor> {

    private final DataSource dataSource;
    private final LocalDate asOf;
    private final Doubts doubts;
    private final Optional<DueSoon> dueSoon;
    private final KeyRange customers;
    private @Nullable DebtorSource inArrears;
    private @Nullable DebtorSource ahead;

    DebtorReader(DataSource dataSource, LocalDate asOf, Doubts doubts, Optional<DueSoon> dueSoon, KeyRange customers) {
        this.dataSource = dataSource;
        this.asOf = asOf;
        this.doubts = doubts;
        this.dueSoon = dueSoon;
        this.customers = customers;
    }

    @Override
    public void open(ExecutionContext context) {
        try {
            inArrears = new DebtorsInArrears(dataSource, asOf, doubts, customers);
        } catch (SQLException failed) {
            throw new ItemStreamException("debtors cannot be read", failed);
        }
    }

    @Override
    public @Nullable Debtor read() throws SQLException {
        if (inArrears != null) {
            Debtor debtor = inArrears.next();
            if (debtor != null) {
                return debtor;
            }
            inArrears.close();
            inArrears = null;
            if (dueSoon.isPresent()) {
                ahead = new DebtorsDueSoon(dataSource, dueSoon.get(), asOf, doubts, customers);
            }
        }
        return ahead == null ? null : ahead.next();
    }

    @Override
    public void close() {
        try {
            close(inArrears);
            close(ahead);
        } catch (SQLException failed) {
            throw new ItemStreamException("streams of debtors cannot be closed", failed);
        }
    }

    private static void close(@Nullable DebtorSource source) throws SQLException {
        if (source != null) {
            source.close();
        }
    }
}
