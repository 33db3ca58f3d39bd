package org.arrears.assess;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.arrears.core.loan.Component;
import org.arrears.core.loan.Installment;
import org.arrears.core.loan.Loan;
import org.arrears.core.loan.LoanFacts;
import org.arrears.core.loan.Transaction;
import org.arrears.core.money.CurrencyUnit;
import org.arrears.core.money.Rate;
import org.arrears.db.CopyReader;
import org.arrears.db.KeyedRows;
import org.arrears.run.StopSignal;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamException;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Reads the facts of the loans to assess: three ordered COPY streams (loans, installments, transactions) merged by loan
 * number. A restart reads its range from the start: the step's results are installed as a whole or not at all.
 */
public class LoanFactsReader implements ItemStreamReader<LoanFacts> {

    private static final long E4 = 10_000;

    private final DataSource dataSource;
    private final String from;
    private final KeyRange range;
    private final StopSignal stop;
    private final List<KeyedRows<?>> open = new ArrayList<>();
    private @Nullable KeyedRows<Loan> loans;
    private @Nullable KeyedRows<Installment> installments;
    private @Nullable KeyedRows<Transaction> transactions;

    /**
     * Creates a reader.
     *
     * @param onlyCandidates whether only the loans in {@code assessment_candidate} are read
     */
    public LoanFactsReader(DataSource dataSource, boolean onlyCandidates, KeyRange range, StopSignal stop) {
        this.dataSource = dataSource;
        this.from = onlyCandidates ? " JOIN assessment_candidate USING (loan_no)" : "";
        this.range = range;
        this.stop = stop;
    }

    @Override
    public void open(ExecutionContext context) {
        try {
            loans = KeyedRows.of(
                    dataSource,
                    "SELECT loan_no, customer_no, product, currency, annual_rate_e8, penalty_annual_rate_e8,"
                            + " accelerated_on, manual_class FROM loan" + from
                            + " WHERE status <> 'settled' AND " + range.condition("loan_no") + " ORDER BY loan_no",
                    LoanFactsReader::loan);
            open.add(loans);
            installments = KeyedRows.of(
                    dataSource,
                    "SELECT loan_no, seq, due_on, principal, interest, fee FROM installment" + from + " WHERE "
                            + range.condition("loan_no") + " ORDER BY loan_no, seq",
                    (key, row) -> new Installment(row.integer(), row.date(), row.bigint(), row.bigint(), row.bigint()));
            open.add(installments);
            transactions = KeyedRows.of(
                    dataSource,
                    "SELECT loan_no, txn_no, type, value_on, amount, component, reverses FROM transaction" + from
                            + " WHERE " + range.condition("loan_no") + " ORDER BY loan_no",
                    (key, row) -> transaction(row));
            open.add(transactions);
        } catch (SQLException failed) {
            throw new ItemStreamException("loans cannot be read", failed);
        }
    }

    @Override
    public @Nullable LoanFacts read() throws SQLException {
        if (loans == null || installments == null || transactions == null) {
            throw new IllegalStateException("not open");
        }
        stop.check();
        Loan loan = loans.next();
        if (loan == null) {
            return null;
        }
        return new LoanFacts(loan, installments.rowsOf(loan.loanNo()), transactions.rowsOf(loan.loanNo()));
    }

    private static Loan loan(String loanNo, CopyReader row) {
        return new Loan(
                loanNo,
                row.text(),
                row.text(),
                CurrencyUnit.of(row.text()).orElseThrow(),
                new Rate(row.bigint() * E4),
                row.bigintOrEmpty().map(e8 -> new Rate(e8 * E4)),
                row.dateOrEmpty(),
                row.textOrEmpty());
    }

    private static Transaction transaction(CopyReader row) {
        String txnNo = row.text();
        String type = row.text();
        var valueOn = row.date();
        long amount = row.bigint();
        Optional<String> component = row.textOrEmpty();
        Optional<String> reverses = row.textOrEmpty();
        return switch (type) {
            case "payment" -> new Transaction.Payment(txnNo, valueOn, amount);
            case "waiver" -> new Transaction.Waiver(txnNo, valueOn, amount, component(component.orElseThrow()));
            case "reversal" -> new Transaction.Reversal(txnNo, valueOn, amount, reverses.orElseThrow());
            default -> throw new IllegalStateException("transaction " + txnNo + " of type " + type);
        };
    }

    private static Component component(String code) {
        for (Component component : Component.values()) {
            if (component.code().equals(code)) {
                return component;
            }
        }
        throw new IllegalStateException("no component " + code);
    }

    @Override
    public void close() {
        try {
            for (KeyedRows<?> rows : open) {
                rows.close();
            }
            open.clear();
        } catch (SQLException failed) {
            throw new ItemStreamException("loan streams cannot be closed", failed);
        }
    }
}
