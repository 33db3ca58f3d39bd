package org.arrears.ingest.file;

import java.sql.SQLException;
import org.arrears.ingest.kind.FileKind;
import org.arrears.ingest.kind.LoanCurrencies;
import org.arrears.ingest.kind.Reject;
import org.arrears.ingest.kind.RowFields;
import org.arrears.ingest.kind.RowSink;

/**
 * Reads the rows of a file once: counts and adds them up, hands the good ones to a sink and the bad ones to the
 * rejects. A load and a check differ in what is around it.
 */
public final class RowLoop {

    private static final int TELL_EVERY = 100_000;

    private final CsvRows rows;
    private final FileKind kind;
    private final LoanCurrencies currencies;
    private final ControlTotals totals;
    private final Listener listener;

    /** What is to be done with rows besides. */
    public interface Listener {

        /** Looks at a row whose fields are good; may still reject it. */
        default void accepted(RowFields row) {}

        /** Takes a row that was rejected, with its problem. */
        void rejected(RowFields row, Reject reject) throws SQLException;

        /** Is told every 100,000 rows. */
        default void advanced() {}
    }

    public RowLoop(CsvRows rows, LoanCurrencies currencies, ControlTotals totals, Listener listener) {
        this.rows = rows;
        this.kind = rows.layout().kind();
        this.currencies = currencies;
        this.totals = totals;
        this.listener = listener;
    }

    public void into(RowSink out, int fileNo) throws SQLException {
        CsvRow text = rows.row();
        RowFields row = text.fields();
        while (rows.next(text)) {
            totals.add(row);
            kind.write(row, currencies, out);
            if (row.isGood()) {
                out.from(fileNo, row.line());
                listener.accepted(row);
            }
            if (!row.isGood()) {
                listener.rejected(row, row.problem().orElseThrow());
            }
            if (totals.rows() % TELL_EVERY == 0) {
                listener.advanced();
            }
        }
    }
}
