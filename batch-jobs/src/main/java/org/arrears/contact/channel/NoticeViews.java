package org.arrears.contact.channel;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import javax.sql.DataSource;
import org.arrears.contact.render.Creditor;
import org.arrears.contact.render.CurrencyTotal;
import org.arrears.contact.render.Debtor;
import org.arrears.contact.render.LoanLine;
import org.arrears.contact.render.NoticeView;
import org.arrears.core.money.CurrencyUnit;
import org.arrears.core.money.Dues;
import org.arrears.core.money.Rate;
import org.arrears.core.policy.NoticePolicy;
import org.arrears.db.CopyReader;
import org.arrears.db.KeyedRows;
import org.arrears.db.Keys;
import org.arrears.facts.DuesColumns;
import org.jspecify.annotations.Nullable;

/**
 * Decided notices as the templates see them, read back from the database in the order of their numbers; a product is
 * what it is called in the language of its notice.
 */
public final class NoticeViews implements AutoCloseable {

    private final NoticePolicy.Creditor creditor;
    private final BinaryOperator<String> called;
    private final KeyedRows<Header> headers;
    private final KeyedRows<LoanLine> lines;

    private record Header(
            String noticeNo, String language, LocalDate asOf, LocalDate payBy, String stage, Debtor debtor) {}

    private NoticeViews(DataSource dataSource, NoticePolicy policy, BinaryOperator<String> called, String condition)
            throws SQLException {
        this.creditor = policy.creditor();
        this.called = called;
        this.headers = KeyedRows.of(
                dataSource,
                "SELECT notice_no, language, as_of, pay_by, stage, customer_no, name, phone, address, postal_code"
                        + " FROM notice WHERE " + condition + " ORDER BY notice_no",
                NoticeViews::header);
        this.lines = KeyedRows.of(
                dataSource,
                "SELECT notice_no, l.loan_no, l.contract_on, l.product, l.currency, l.dpd, l.oldest_due_on,"
                        + " l.principal_balance, l.principal, l.interest, l.fee, l.penalty, l.compound, l.total,"
                        + " l.daily_accrual, l.penalty_rate_e12 FROM notice_loan l JOIN notice USING (notice_no)"
                        + " WHERE " + condition + " ORDER BY notice_no, l.loan_no",
                (key, row) -> line(row));
    }

    /** Opens some of the notices of one date on a channel. */
    public static NoticeViews of(
            DataSource dataSource, NoticePolicy policy, BinaryOperator<String> called, Chosen chosen)
            throws SQLException {
        return new NoticeViews(dataSource, policy, called, chosen.condition);
    }

    /** Which notices are read. */
    public static final class Chosen {

        private final String condition;

        private Chosen(Channel channel, LocalDate asOf, String condition) {
            this.condition = "as_of = DATE '" + asOf + "' AND channel = "
                    + Keys.literal(channel.word().code()) + " AND " + condition;
        }

        /** Those of a stage. */
        public static Chosen ofStage(Channel channel, LocalDate asOf, String stage) {
            return new Chosen(channel, asOf, "stage = " + Keys.literal(stage));
        }

        /** Those of a template within a range of numbers. */
        public static Chosen ofNumbers(Channel channel, LocalDate asOf, String template, String first, String last) {
            return new Chosen(
                    channel,
                    asOf,
                    "template = " + Keys.literal(template) + " AND notice_no BETWEEN " + Keys.literal(first) + " AND "
                            + Keys.literal(last));
        }
    }

    private static Header header(String noticeNo, CopyReader row) {
        String language = row.text();
        LocalDate asOf = row.date();
        LocalDate payBy = row.date();
        String stage = row.text();
        return new Header(
                noticeNo,
                language,
                asOf,
                payBy,
                stage,
                new Debtor(
                        row.text(),
                        row.text(),
                        row.textOrEmpty().orElse(""),
                        row.textOrEmpty().orElse(""),
                        row.textOrEmpty().orElse("")));
    }

    private static LoanLine line(CopyReader row) {
        String loanNo = row.text();
        LocalDate contractOn = row.date();
        String product = row.text();
        String currency = row.text();
        int digits = CurrencyUnit.of(currency).orElseThrow().digits();
        int dpd = row.integer();
        LocalDate oldestDueOn = row.date();
        long balance = row.bigint();
        Dues dues = DuesColumns.read(row);
        long total = row.bigint();
        long dailyAccrual = row.bigint();
        Rate rate = new Rate(row.bigint());
        return new LoanLine(
                loanNo,
                contractOn,
                product,
                currency,
                digits,
                balance,
                dues,
                total,
                oldestDueOn,
                dpd,
                rate.equals(Rate.ZERO) ? "" : rate.percent(),
                dailyAccrual);
    }

    /** Returns the next notice, or null at the end. */
    public @Nullable NoticeView next() throws SQLException {
        Header header = headers.next();
        if (header == null) {
            return null;
        }
        return view(header, lines.rowsOf(header.noticeNo));
    }

    /** Returns all that are left. */
    public List<NoticeView> all() throws SQLException {
        List<NoticeView> views = new ArrayList<>();
        for (NoticeView view = next(); view != null; view = next()) {
            views.add(view);
        }
        return views;
    }

    private NoticeView view(Header header, List<LoanLine> read) {
        List<LoanLine> loans = read.stream()
                .map(loan -> loan.called(called.apply(loan.product(), header.language)))
                .toList();
        Creditor owed = new Creditor(
                creditor.name(), creditor.signature(), creditor.phone(), creditor.address(), creditor.payment());
        return new NoticeView(
                header.noticeNo,
                header.language,
                header.asOf,
                header.payBy,
                header.stage,
                header.debtor,
                owed,
                loans,
                CurrencyTotal.of(loans));
    }

    @Override
    public void close() throws SQLException {
        headers.close();
        lines.close();
    }
}
