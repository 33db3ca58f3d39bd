package org.arrears.contact;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.arrears.core.policy.NoticePolicy;
import org.arrears.core.policy.NoticePolicy.Channel;
import org.arrears.db.CopyWriter;
import org.arrears.facts.DuesColumns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;

/** The tables {@code notice}, {@code notice_loan} and {@code notice_suppression}, written for one business date. */
final class NoticeTable {

    private static final int BATCH = 5_000;

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final LocalDate asOf;
    private final NoticePolicy policy;
    private final List<Decided> notices = new ArrayList<>();
    private final List<Suppressed> suppressions = new ArrayList<>();
    private long written;

    NoticeTable(DataSource dataSource, LocalDate asOf, NoticePolicy policy) {
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
        this.asOf = asOf;
        this.policy = policy;
    }

    private record Decided(String noticeNo, DebtorCase.Contact contact, Decision.Send send) {}

    private record Suppressed(String customerNo, Decision.Suppress suppress) {}

    /**
     * Makes the number of a notice from its natural key, so that the same notice has the same number in every run:
     * {@code L20260930-C000017-demand-letter}.
     */
    static String noticeNo(LocalDate asOf, String customerNo, NoticePolicy.Stage stage) {
        return stage.channel().code().substring(0, 1).toUpperCase(Locale.ROOT)
                + asOf.toString().replace("-", "") + "-" + customerNo + "-" + stage.name();
    }

    /** Forgets what an earlier attempt or run decided for this date on these channels. */
    void clear(Set<Channel> channels) {
        for (Channel channel : channels) {
            jdbc.sql("DELETE FROM notice WHERE as_of = ? AND channel = ?")
                    .params(asOf, channel.code())
                    .update();
            jdbc.sql("DELETE FROM notice_suppression WHERE as_of = ? AND channel IN (?, '')")
                    .params(asOf, channel.code())
                    .update();
        }
    }

    void add(DebtorCase.Contact contact, Decision decision) {
        if (decision instanceof Decision.Send send) {
            notices.add(new Decided(noticeNo(asOf, contact.customerNo(), send.stage()), contact, send));
        } else if (decision instanceof Decision.Suppress suppress) {
            suppressions.add(new Suppressed(contact.customerNo(), suppress));
        }
        if (notices.size() + suppressions.size() >= BATCH) {
            flush();
        }
    }

    /** Writes what is held back; returns how many notices there are in all. */
    long flush() {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            copyNotices(connection);
            copyLoans(connection);
            copySuppressions(connection);
        } catch (SQLException failed) {
            throw new IllegalStateException("notices cannot be stored: " + failed.getMessage(), failed);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
        written += notices.size();
        notices.clear();
        suppressions.clear();
        return written;
    }

    private void copyNotices(Connection connection) throws SQLException {
        List<String> columns = List.of(
                "notice_no",
                "as_of",
                "customer_no",
                "channel",
                "stage",
                "occurrence",
                "about_due_on",
                "template",
                "language",
                "pay_by",
                "name",
                "phone",
                "address",
                "postal_code");
        try (CopyWriter out = CopyWriter.into(connection, "notice", columns)) {
            for (Decided notice : notices) {
                NoticePolicy.Stage stage = notice.send.stage();
                DebtorCase.Contact contact = notice.contact;
                out.row().text(notice.noticeNo).date(asOf).text(contact.customerNo());
                out.text(stage.channel().code()).text(stage.name()).integer(notice.send.occurrence());
                out.date(notice.send.aboutDueOn()).text(stage.template()).text(contact.language());
                out.date(payBy(notice.send.aboutDueOn())).text(contact.name()).textOrNull(contact.phone());
                out.textOrNull(contact.address()).textOrNull(contact.postalCode());
            }
            out.finish();
        }
    }

    private LocalDate payBy(Optional<LocalDate> aboutDueOn) {
        return aboutDueOn.orElse(asOf.plusDays(policy.payWithinDays()));
    }

    private void copyLoans(Connection connection) throws SQLException {
        List<String> columns = List.of(
                "notice_no",
                "loan_no",
                "contract_on",
                "product",
                "currency",
                "dpd",
                "oldest_due_on",
                "principal_balance",
                "principal",
                "interest",
                "fee",
                "penalty",
                "compound",
                "total",
                "daily_accrual",
                "penalty_rate_e12");
        try (CopyWriter out = CopyWriter.into(connection, "notice_loan", columns)) {
            for (Decided notice : notices) {
                for (Account account : notice.send.accounts()) {
                    Account.Amounts amounts = account.amounts();
                    out.row().text(notice.noticeNo).text(account.loanNo()).date(account.contractOn());
                    out.text(account.product()).text(account.currency()).integer(account.dpd());
                    out.date(account.oldestDueOn()).bigint(amounts.principalBalance());
                    DuesColumns.write(out, amounts.dues());
                    out.bigint(amounts.dailyAccrual())
                            .bigint(account.penaltyAnnualRate().e12());
                }
            }
            out.finish();
        }
    }

    private void copySuppressions(Connection connection) throws SQLException {
        List<String> columns = List.of("as_of", "customer_no", "channel", "stage", "reason", "until");
        try (CopyWriter out = CopyWriter.into(connection, "notice_suppression", columns)) {
            for (Suppressed suppressed : suppressions) {
                Decision.Suppress suppress = suppressed.suppress;
                out.row().date(asOf).text(suppressed.customerNo).text(suppress.channel());
                out.text(suppress.stage()).text(suppress.reason()).date(suppress.until());
            }
            out.finish();
        }
    }
}
