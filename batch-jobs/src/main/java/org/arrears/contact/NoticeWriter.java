package org.arrears.contact;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.arrears.core.contact.Account;
import org.arrears.core.contact.Decision;
import org.arrears.core.contact.Recipient;
import org.arrears.core.policy.NoticePolicy;
import org.arrears.core.policy.NoticePolicy.Stage;
import org.arrears.db.CopyWriter;
import org.arrears.facts.DuesColumns;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Writes decisions into the tables {@code notice}, {@code notice_loan} and {@code notice_suppression} by COPY in the
 * chunk's transaction.
 */
final class NoticeWriter implements ItemWriter<DebtorDecisions> {

    private static final List<String> NOTICE = List.of(
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
    private static final List<String> NOTICE_LOAN = List.of(
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
    private static final List<String> SUPPRESSION =
            List.of("as_of", "customer_no", "channel", "stage", "reason", "until");

    private final DataSource dataSource;
    private final LocalDate asOf;
    private final int payWithinDays;

    NoticeWriter(DataSource dataSource, LocalDate asOf, NoticePolicy policy) {
        this.dataSource = dataSource;
        this.asOf = asOf;
        this.payWithinDays = policy.payWithinDays();
    }

    private record Notice(String noticeNo, Recipient recipient, Decision.Send send) {}

    private record Suppressed(String customerNo, Decision.Suppress suppress) {}

    /**
     * Makes the number of a notice from its natural key, so that the same notice has the same number in every run:
     * {@code L20260930-C000017-demand-letter}.
     */
    static String noticeNo(LocalDate asOf, String customerNo, Stage stage) {
        return Channels.of(stage.channel()).numberLetter() + asOf.toString().replace("-", "") + "-" + customerNo + "-"
                + stage.name();
    }

    @Override
    public void write(Chunk<? extends DebtorDecisions> chunk) throws SQLException {
        List<Notice> notices = new ArrayList<>();
        List<Suppressed> suppressions = new ArrayList<>();
        for (DebtorDecisions debtor : chunk) {
            Recipient recipient = debtor.recipient();
            for (Decision decision : debtor.decisions()) {
                if (decision instanceof Decision.Send send) {
                    notices.add(new Notice(noticeNo(asOf, recipient.customerNo(), send.stage()), recipient, send));
                } else if (decision instanceof Decision.Suppress suppress) {
                    suppressions.add(new Suppressed(recipient.customerNo(), suppress));
                }
            }
        }
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            copyNotices(connection, notices);
            copyLoans(connection, notices);
            copySuppressions(connection, suppressions);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private void copyNotices(Connection connection, List<Notice> notices) throws SQLException {
        try (CopyWriter out = CopyWriter.into(connection, "notice", NOTICE)) {
            for (Notice notice : notices) {
                Stage stage = notice.send.stage();
                Recipient recipient = notice.recipient;
                out.row().text(notice.noticeNo).date(asOf).text(recipient.customerNo());
                out.text(stage.channel().code()).text(stage.name()).integer(notice.send.occurrence());
                out.date(notice.send.aboutDueOn()).text(stage.template()).text(recipient.language());
                out.date(payBy(notice.send.aboutDueOn())).text(recipient.name()).textOrNull(recipient.phone());
                out.textOrNull(recipient.address()).textOrNull(recipient.postalCode());
            }
            out.finish();
        }
    }

    private LocalDate payBy(Optional<LocalDate> aboutDueOn) {
        return aboutDueOn.orElse(asOf.plusDays(payWithinDays));
    }

    private static void copyLoans(Connection connection, List<Notice> notices) throws SQLException {
        try (CopyWriter out = CopyWriter.into(connection, "notice_loan", NOTICE_LOAN)) {
            for (Notice notice : notices) {
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

    private void copySuppressions(Connection connection, List<Suppressed> suppressions) throws SQLException {
        try (CopyWriter out = CopyWriter.into(connection, "notice_suppression", SUPPRESSION)) {
            for (Suppressed suppressed : suppressions) {
                Decision.Suppress suppress = suppressed.suppress;
                out.row().date(asOf).text(suppressed.customerNo);
                out.text(suppress.stage().map(stage -> stage.channel().code()).orElse(""));
                out.text(suppress.stage().map(Stage::name).orElse(""));
                out.text(suppress.why().reason()).date(suppress.why().until());
            }
            out.finish();
        }
    }
}
