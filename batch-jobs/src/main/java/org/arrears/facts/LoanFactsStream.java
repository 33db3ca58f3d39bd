package org.arrears.facts;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.arrears.core.loan.Installment;
import org.arrears.core.loan.Loan;
import org.arrears.core.loan.LoanFacts;
import org.arrears.core.loan.Transaction;
import org.arrears.core.money.Component;
import org.arrears.core.money.CurrencyUnit;
import org.arrears.core.money.Dues;
import org.arrears.core.money.Rate;
import org.arrears.db.CopyReader;
import org.arrears.db.KeyedRows;
import org.arrears.db.OneSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * The facts of loans by loan number: three ordered COPY streams (loans, schedules, transactions) of one state of the
 * database, merged.
 */
public final class LoanFactsStream implements AutoCloseable {

    /** Rates in the database are in units of 10<sup>-8</sup>, in memory of 10<sup>-12</sup>. */
    private static final long E4 = 10_000;

    private final KeyedRows<Loan> loans;
    private final KeyedRows<List<Installment>> schedules;
    private final KeyedRows<Transaction> transactions;

    /**
     * Opens the streams of the loans that a condition on {@code loan_no} picks and that are not settled.
     *
     * @param condition SQL made from code and quoted keys
     */
    public LoanFactsStream(DataSource dataSource, String condition) throws SQLException {
        List<Connection> connections = OneSnapshot.connections(dataSource, 3);
        try {
            loans = KeyedRows.of(
                    connections.get(0),
                    "SELECT loan_no, customer_no, product, currency, principal, disbursed_on, matures_on,"
                            + " annual_rate_e8, penalty_annual_rate_e8, accelerated_on, manual_class FROM loan"
                            + " WHERE status <> 'settled' AND " + condition + " ORDER BY loan_no",
                    LoanFactsStream::loan);
            schedules = KeyedRows.of(
                    connections.get(1),
                    "SELECT loan_no, seq, due_on, principal, interest, fee FROM schedule WHERE " + condition
                            + " ORDER BY loan_no",
                    (key, row) -> schedule(row));
            transactions = KeyedRows.of(
                    connections.get(2),
                    "SELECT loan_no, txn_no, type, value_on, amount, component, reverses FROM transaction WHERE "
                            + condition + " ORDER BY loan_no",
                    (key, row) -> transaction(row));
        } catch (SQLException failed) {
            for (Connection connection : connections) {
                connection.close();
            }
            throw failed;
        }
    }

    /** Returns the facts of the next loan, or null at the end. */
    public @Nullable LoanFacts next() throws SQLException {
        Loan loan = loans.next();
        if (loan == null) {
            return null;
        }
        List<Installment> schedule = schedules.rowOf(loan.loanNo()).orElse(List.of());
        return new LoanFacts(loan, schedule, transactions.rowsOf(loan.loanNo()));
    }

    private static Loan loan(String loanNo, CopyReader row) {
        return new Loan(
                loanNo,
                row.text(),
                row.text(),
                CurrencyUnit.of(row.text()).orElseThrow(),
                new Loan.Contract(row.bigint(), row.date(), row.date()),
                new Rate(row.bigint() * E4),
                row.bigintOrEmpty().map(e8 -> new Rate(e8 * E4)),
                row.dateOrEmpty(),
                row.textOrEmpty());
    }

    private static List<Installment> schedule(CopyReader row) {
        int[] seq = row.integers();
        LocalDate[] dueOn = row.dates();
        long[] principal = row.bigints();
        long[] interest = row.bigints();
        long[] fee = row.bigints();
        List<Installment> schedule = new ArrayList<>(seq.length);
        for (int i = 0; i < seq.length; i++) {
            int place = i;
            Dues owed = Dues.of(part -> switch (part) {
                case PRINCIPAL -> principal[place];
                case INTEREST -> interest[place];
                case FEE -> fee[place];
                case PENALTY, COMPOUND -> 0;
            });
            schedule.add(new Installment(seq[i], dueOn[i], owed));
        }
        return schedule;
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
    public void close() throws SQLException {
        loans.close();
        schedules.close();
        transactions.close();
    }
}
