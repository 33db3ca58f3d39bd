package org.arrears.contact;

import java.sql.SQLException;
import org.arrears.core.contact.Debtor;
import org.jspecify.annotations.Nullable;

/** Debtors of a range by customer number, one at a time. */
interface DebtorSource extends AutoCloseable {

    /** Returns the next debtor, or null at the end. */
    @Nullable
    Debtor next() throws SQLException;

    @Override
    void close() throws SQLException;
}
