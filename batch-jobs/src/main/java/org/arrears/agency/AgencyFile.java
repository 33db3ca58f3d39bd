package org.arrears.agency;

import java.util.List;
import java.util.Locale;
import org.arrears.outbound.Column;
import org.arrears.outbound.FileLayout;

/**
 * One kind of file an agency receives.
 *
 * @param name the file's name
 * @param layout its columns, of which the first is the placement number, and what its trailer adds up
 * @param sql rows for {@code :asOf} and {@code :agency}; amounts in minor units, named as the columns
 */
record AgencyFile(String name, FileLayout layout, String sql) {

    private static final String WORK = """
            SELECT p.placement_no, p.customer_no, c.name, c.id_no, c.phone, l.product, l.loan_no,
                   p.currency, a.overdue_principal, a.overdue_interest, a.overdue_fee, a.penalty, a.compound,
                   a.total_overdue, a.daily_accrual, a.dpd, a.oldest_due_on, :asOf::date AS cut_off
            FROM placement p
            JOIN customer c USING (customer_no)
            JOIN loan l ON l.loan_no = p.loan_no
            JOIN assessment_on(:asOf) a ON a.loan_no = p.loan_no
            WHERE p.agency = :agency AND %s ORDER BY p.placement_no
            """;

    private static final FileLayout ACCOUNT = FileLayout.of(
                    Column.text("placement_no"),
                    Column.text("customer_no"),
                    Column.text("name"),
                    Column.text("id_no"),
                    Column.text("phone"),
                    Column.text("product"),
                    Column.text("contract_tail"),
                    Column.currency("currency"),
                    Column.amount("overdue_principal"),
                    Column.amount("overdue_interest"),
                    Column.amount("overdue_fee"),
                    Column.amount("penalty"),
                    Column.amount("compound"),
                    Column.amount("total_overdue"),
                    Column.amount("daily_accrual"),
                    Column.count("dpd"),
                    Column.date("oldest_due_on"),
                    Column.date("cut_off"),
                    Column.text("call_from"),
                    Column.text("call_until"))
            .summing("total_overdue")
            .withTrailer();

    /** Newly placed accounts: who, what, how much, and when calls are allowed; nothing more than the work needs. */
    static final AgencyFile PLACEMENT =
            new AgencyFile("placement.csv", ACCOUNT, String.format(Locale.ROOT, WORK, "p.placed_on = :asOf"));

    /** Today's figures of accounts placed before. */
    static final AgencyFile UPDATE = new AgencyFile(
            "update.csv",
            FileLayout.of(
                            Column.text("placement_no"),
                            Column.currency("currency"),
                            Column.amount("overdue_principal"),
                            Column.amount("overdue_interest"),
                            Column.amount("overdue_fee"),
                            Column.amount("penalty"),
                            Column.amount("compound"),
                            Column.amount("total_overdue"),
                            Column.amount("daily_accrual"),
                            Column.count("dpd"),
                            Column.date("oldest_due_on"),
                            Column.date("cut_off"))
                    .summing("total_overdue")
                    .withTrailer(),
            String.format(
                    Locale.ROOT, WORK, "p.placed_on < :asOf AND (p.recalled_on IS NULL OR p.recalled_on > :asOf)"));

    /** Accounts to stop working on, and why. */
    static final AgencyFile RECALL = new AgencyFile(
            "recall.csv",
            FileLayout.of(
                            Column.text("placement_no"),
                            Column.currency("currency"),
                            Column.date("placed_on"),
                            Column.date("recalled_on"),
                            Column.text("reason"),
                            Column.amount("total_overdue"))
                    .summing("total_overdue")
                    .withTrailer(),
            """
            SELECT p.placement_no, p.currency, p.placed_on, p.recalled_on, p.recall_reason AS reason,
                   coalesce(a.total_overdue, 0) AS total_overdue
            FROM placement p
            LEFT JOIN assessment_on(:asOf) a ON a.loan_no = p.loan_no
            WHERE p.agency = :agency AND p.recalled_on = :asOf ORDER BY p.placement_no
            """);

    /** Payments and their reversals that became known since the night before, on accounts placed before. */
    static final AgencyFile PAYMENT = new AgencyFile(
            "payment.csv",
            FileLayout.of(
                            Column.text("placement_no"),
                            Column.text("txn_no"),
                            Column.text("type"),
                            Column.date("value_on"),
                            Column.currency("currency"),
                            Column.amount("amount"))
                    .summing("amount")
                    .withTrailer(),
            """
            SELECT p.placement_no, t.txn_no, t.type, t.value_on, p.currency,
                   CASE t.type WHEN 'reversal' THEN -o.amount ELSE t.amount END AS amount
            FROM placement p
            JOIN transaction t ON t.loan_no = p.loan_no
            JOIN source_file f ON f.file_no = t.file_no
            LEFT JOIN transaction o ON o.txn_no = t.reverses AND o.loan_no = t.loan_no AND o.type = 'payment'
            WHERE p.agency = :agency AND p.placed_on < :asOf AND (p.recalled_on IS NULL OR p.recalled_on >= :asOf)
              AND f.as_of = :asOf AND (t.type = 'payment' OR t.type = 'reversal' AND o.txn_no IS NOT NULL)
            ORDER BY p.placement_no, t.txn_no
            """);

    static final List<AgencyFile> ALL = List.of(PLACEMENT, UPDATE, RECALL, PAYMENT);
}
