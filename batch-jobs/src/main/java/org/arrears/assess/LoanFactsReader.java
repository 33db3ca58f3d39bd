package org.arrears.assess;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.arrears.core.loan.LoanFacts;
import org.arrears.facts.LoanFactsStream;
import org.arrears.run.KeyRange;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamException;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Reads the facts of the loans to assess, by loan number. A restart reads its range from the start: the step's results
 * are installed as a whole or not at all.
 */
final class LoanFactsReader implements ItemStreamReader<LoanFacts> {

    private final DataSource dataSource;
    private final String condition;
    private @Nullable LoanFactsStream stream;

    /**
     * Creates a reader.
     *
     * @param onlyCandidates whether only the loans in {@code assessment_candidate} are read
     */
    LoanFactsReader(DataSource dataSource, boolean onlyCandidates, KeyRange range) {
        this.dataSource = dataSource;
        String inRange = range.condition("loan_no");
        this.condition = onlyCandidates
                ? "loan_no IN (SELECT loan_no FROM assessment_candidate WHERE " + inRange + ")"
                : inRange;
    }

    @Override
    public void open(ExecutionContext context) {
        try {
            stream = new LoanFactsStream(dataSource, condition);
        } catch (SQLException failed) {
            throw new ItemStreamException("loans cannot be read", failed);
        }
    }

    @Override
    public @Nullable LoanFacts read() throws SQLException {
        if (stream == null) {
            throw new IllegalStateException("not open");
        }
        return stream.next();
    }

    @Override
    public void close() {
        try {
            if (stream != null) {
                stream.close();
            }
        } catch (SQLException failed) {
            throw new ItemStreamException("loan streams cannot be closed", failed);
        }
    }
}
