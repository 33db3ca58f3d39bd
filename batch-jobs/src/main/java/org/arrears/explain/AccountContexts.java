package org.arrears.explain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.arrears.core.loan.Loan;
import org.arrears.core.loan.Promise;
import org.arrears.core.policy.Policy;
import org.arrears.facts.Promises;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what stands around a loan's figures on a business date: open rejects, holds, promises, notices, placements. */
public final class AccountContexts {

    private final JdbcClient jdbc;

    public AccountContexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Reads what stands around a loan.
     *
     * @param customerDpd the largest dpd over the customer's loans on the day explained
     */
    public AccountContext of(Loan loan, LocalDate asOf, Policy policy, int customerDpd) {
        return new AccountContext(
                asOf,
                "",
                policy.name(),
                policy.sha256(),
                policy.products(),
                policy.anomalies(),
                customerDpd,
                rejects(loan),
                holds(loan, asOf),
                promises(loan, asOf),
                notices(loan, asOf),
                placements(loan, asOf));
    }

    private List<AccountContext.OpenReject> rejects(Loan loan) {
        return jdbc.sql("""
                        SELECT kind, key, code, file, line, first_on FROM open_reject
                        WHERE closed_on IS NULL AND (loan_no = :loan OR customer_no = :customer) ORDER BY reject_no
                        """)
                .param("loan", loan.loanNo())
                .param("customer", loan.customerNo())
                .query((row, number) -> new AccountContext.OpenReject(
                        row.getString("kind"),
                        row.getString("key"),
                        row.getString("code"),
                        row.getString("file"),
                        row.getInt("line"),
                        row.getObject("first_on", LocalDate.class)))
                .list();
    }

    private List<AccountContext.Hold> holds(Loan loan, LocalDate asOf) {
        return jdbc.sql("""
                        SELECT hold_no, scope, reason, starts_on, ends_on, channels FROM hold
                        WHERE starts_on <= :asOf AND (ends_on IS NULL OR ends_on >= :asOf)
                          AND (scope = 'loan' AND ref_no = :loan OR scope = 'customer' AND ref_no = :customer)
                        ORDER BY starts_on, hold_no
                        """)
                .param("asOf", asOf)
                .param("loan", loan.loanNo())
                .param("customer", loan.customerNo())
                .query((row, number) -> new AccountContext.Hold(
                        row.getString("hold_no"),
                        row.getString("scope"),
                        row.getString("reason"),
                        row.getObject("starts_on", LocalDate.class),
                        date(row, "ends_on"),
                        row.getString("channels")))
                .list();
    }

    private List<AccountContext.Promise> promises(Loan loan, LocalDate asOf) {
        return jdbc.sql("SELECT p.*, " + Promises.paid("p", ":asOf") + """
                         AS paid FROM promise p
                        WHERE p.loan_no = :loan AND p.made_on <= :asOf ORDER BY p.made_on, p.promise_no
                        """)
                .param("asOf", asOf)
                .param("loan", loan.loanNo())
                .query((row, number) -> promise(row, asOf))
                .list();
    }

    private static AccountContext.Promise promise(ResultSet row, LocalDate asOf) throws SQLException {
        Promise promise = new Promise(
                row.getObject("made_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                row.getLong("amount"),
                row.getLong("paid"));
        return new AccountContext.Promise(
                row.getString("promise_no"),
                promise.madeOn(),
                promise.dueOn(),
                promise.amountMinor(),
                promise.stateOn(asOf));
    }

    private List<AccountContext.Notice> notices(Loan loan, LocalDate asOf) {
        return jdbc.sql("""
                        SELECT n.notice_no, n.channel, n.stage, n.as_of
                        FROM notice n JOIN notice_loan l USING (notice_no)
                        WHERE l.loan_no = :loan AND n.as_of <= :asOf ORDER BY n.as_of, n.notice_no
                        """)
                .param("loan", loan.loanNo())
                .param("asOf", asOf)
                .query((row, number) -> new AccountContext.Notice(
                        row.getString(1), row.getString(2), row.getString(3), row.getObject(4, LocalDate.class)))
                .list();
    }

    private List<AccountContext.Placement> placements(Loan loan, LocalDate asOf) {
        return jdbc.sql("""
                        SELECT agency, placed_on, recalled_on, recall_reason FROM placement
                        WHERE loan_no = :loan AND placed_on <= :asOf ORDER BY placed_on
                        """)
                .param("loan", loan.loanNo())
                .param("asOf", asOf)
                .query((row, number) -> {
                    boolean recalled = date(row, "recalled_on")
                            .filter(on -> !on.isAfter(asOf))
                            .isPresent();
                    return new AccountContext.Placement(
                            row.getString("agency"),
                            row.getObject("placed_on", LocalDate.class),
                            recalled ? date(row, "recalled_on") : Optional.empty(),
                            recalled ? Optional.of(row.getString("recall_reason")) : Optional.empty());
                })
                .list();
    }

    private static Optional<LocalDate> date(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }
}
