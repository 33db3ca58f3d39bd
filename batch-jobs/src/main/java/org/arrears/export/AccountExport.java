package org.arrears.export;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.arrears.core.money.CurrencyUnit;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;
import org.arrears.run.Fault;
import org.arrears.run.Progress;

/** Streams the accounts of a date from the database into a file: memory does not grow with the rows. */
public final class AccountExport {

    private static final int FETCH_SIZE = 2_000;
    private static final int PROGRESS_EVERY = 10_000;

    /** The assessments in force at a date with all export columns, and what one minor unit is worth in major ones. */
    private static final String ACCOUNTS = """
            SELECT a.loan_no, a.customer_no, a.product, a.currency, CAST(? AS date) AS as_of, a.past_due_days, a.dpd,
                   c.customer_dpd, a.bucket, a.classification, a.oldest_due_on, a.missed_installments,
                   a.overdue_principal, a.overdue_interest, a.overdue_fee, a.penalty, a.compound, a.total_overdue,
                   a.principal_balance, a.held_credit, a.daily_accrual, a.last_payment_on, a.anomalies, u.unit
            FROM assessment_on(?) a
            JOIN (SELECT customer_no, max(dpd) AS customer_dpd FROM assessment_on(?)
                  GROUP BY customer_no) c USING (customer_no)
            LEFT JOIN unnest(?, ?) AS u (currency, unit) USING (currency)
            """;

    private final DataSource dataSource;
    private final Progress progress;

    public AccountExport(DataSource dataSource, Progress progress) {
        this.dataSource = dataSource;
        this.progress = progress;
    }

    /** Writes the accounts of a query into a sink. */
    public ExportTotals write(AccountQuery query, RowSink sink) throws IOException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            requireAssessed(connection, query.asOf());
            try (PreparedStatement select = select(connection, query);
                    ResultSet rows = select.executeQuery()) {
                return write(rows, query, sink);
            } finally {
                connection.rollback();
            }
        } catch (SQLException lost) {
            throw Fault.of(lost);
        }
    }

    private static void requireAssessed(Connection connection, LocalDate asOf) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT 1 FROM assessed WHERE as_of = ?")) {
            select.setObject(1, asOf);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new ArrearsException(
                            FailureKind.INPUT_REFUSED,
                            "no assessment for " + asOf + ": run arrears nightly or arrears assess --as-of " + asOf
                                    + " first");
                }
            }
        }
    }

    static String sql(AccountQuery query) {
        String columns = query.columns().stream().map(ExportColumn::columnName).collect(Collectors.joining(", "));
        return "SELECT " + columns + ", currency AS row_currency, total_overdue AS row_total FROM (" + ACCOUNTS
                + ") account WHERE "
                + query.where().sql(ExportColumn::expression).text() + " ORDER BY " + query.order()
                + (query.limit().isPresent() ? " LIMIT ?" : "");
    }

    private static PreparedStatement select(Connection connection, AccountQuery query) throws SQLException {
        PreparedStatement select = connection.prepareStatement(sql(query));
        select.setFetchSize(FETCH_SIZE);
        List<CurrencyUnit> units = Currency.getAvailableCurrencies().stream()
                .flatMap(currency -> CurrencyUnit.of(currency.getCurrencyCode()).stream())
                .toList();
        int at = 1;
        for (int i = 0; i < 3; i++) {
            select.setObject(at++, query.asOf());
        }
        select.setArray(
                at++,
                connection.createArrayOf(
                        "text", units.stream().map(CurrencyUnit::code).toArray()));
        select.setArray(
                at++,
                connection.createArrayOf(
                        "numeric",
                        units.stream()
                                .map(unit -> BigDecimal.valueOf(1, unit.digits()))
                                .toArray()));
        for (Object parameter : query.where().sql(ExportColumn::expression).values()) {
            select.setObject(at++, parameter);
        }
        if (query.limit().isPresent()) {
            select.setLong(at, query.limit().getAsLong());
        }
        return select;
    }

    private ExportTotals write(ResultSet rows, AccountQuery query, RowSink sink) throws SQLException, IOException {
        Map<String, Long> sums = new TreeMap<>();
        long count = 0;
        progress.stepStarted("export-accounts");
        sink.header(query.columns());
        while (rows.next()) {
            String code = rows.getString("row_currency");
            int digits = CurrencyUnit.of(code).orElseThrow().digits();
            sink.startRow();
            int index = 1;
            for (ExportColumn column : query.columns()) {
                cell(rows, index++, column, digits, sink);
            }
            sink.endRow();
            sums.merge(code, rows.getLong("row_total"), Math::addExact);
            if (++count % PROGRESS_EVERY == 0) {
                progress.advanced(new Progress.Advance("export-accounts", "rows", count, 0, 0, 0));
            }
        }
        sink.finish();
        progress.stepEnded("export-accounts", true);
        Map<String, String> totals = new TreeMap<>();
        sums.forEach((code, minor) ->
                totals.put(code, CurrencyUnit.of(code).orElseThrow().format(minor)));
        return new ExportTotals(count, totals);
    }

    private static void cell(ResultSet rows, int index, ExportColumn column, int digits, RowSink sink)
            throws SQLException, IOException {
        switch (column.type()) {
            case TEXT -> sink.text(rows.getString(index));
            case COUNT -> sink.count(rows.getInt(index));
            case AMOUNT -> sink.amount(rows.getLong(index), digits);
            case DATE -> {
                LocalDate date = rows.getObject(index, LocalDate.class);
                if (date == null) {
                    sink.none();
                } else {
                    sink.date(date);
                }
            }
        }
    }
}
