package org.arrears.agency;

import java.util.List;
import java.util.Locale;

/**
 * One kind of file an agency receives.
 *
 * @param name the file's name without its ending
 * @param columns header of the file; the first is the placement number
 * @param amount the column that the trailer adds up, by currency
 * @param sql rows for {@code :asOf} and {@code :agency}; amounts in minor units, named as the columns
 */
record AgencyFile(String name, List<String> columns, String amount, String sql) {

    private static final String WORK = """
            SELECT p.placement_no, p.customer_no, c.name, c.id_no, c.phone, l.product, l.loan_no,
                   p.currency, a.overdue_principal, a.overdue_interest, a.overdue_fee, a.penalty, a.compound,
                   a.total_overdue, a.daily_accrual, a.dpd, a.oldest_due_on, :asOf::date AS cut_off
            FROM placement p
            JOIN customer c USING (customer_no)
            JOIN loan l ON l.loan_no = p.loan_no
            JOIN assessment a ON a.loan_no = p.loan_no AND a.as_of <= :asOf AND a.through_on >= :asOf
            WHERE p.agency = :agency AND %s ORDER BY p.placement_no
            """;

    private static final List<String> ACCOUNT = List.of(
            "placement_no",
            "customer_no",
            "name",
            "id_no",
            "phone",
            "product",
            "contract_tail",
            "currency",
            "overdue_principal",
            "overdue_interest",
            "overdue_fee",
            "penalty",
            "compound",
            "total_overdue",
            "daily_accrual",
            "dpd",
            "oldest_due_on",
            "cut_off",
            "call_from",
            "call_until");

    /** Newly placed accounts: who, what, how much, and when calls are allowed; nothing more than the work needs. */
    static final AgencyFile PLACEMENT = new AgencyFile(
            "placement", ACCOUNT, "total_overdue", String.format(Locale.ROOT, WORK, "p.placed_on = :asOf"));

    /** Today's figures of accounts placed before. */
    static final AgencyFile UPDATE = new AgencyFile(
            "update",
            List.of(
                    "placement_no",
                    "currency",
                    "overdue_principal",
                    "overdue_interest",
                    "overdue_fee",
                    "penalty",
                    "compound",
                    "total_overdue",
                    "daily_accrual",
                    "dpd",
                    "oldest_due_on",
                    "cut_off"),
            "total_overdue",
            String.format(
                    Locale.ROOT, WORK, "p.placed_on < :asOf AND (p.recalled_on IS NULL OR p.recalled_on > :asOf)"));

    /** Accounts to stop working on, and why. */
    static final AgencyFile RECALL = new AgencyFile(
            "recall",
            List.of("placement_no", "currency", "placed_on", "recalled_on", "reason", "total_overdue"),
            "total_overdue",
            """
            SELECT p.placement_no, p.currency, p.placed_on, p.recalled_on, p.recall_reason AS reason,
                   coalesce(a.total_overdue, 0) AS total_overdue
            FROM placement p
            LEFT JOIN assessment a ON a.loan_no = p.loan_no AND a.as_of <= :asOf AND a.through_on >= :asOf
            WHERE p.agency = :agency AND p.recalled_on = :asOf ORDER BY p.placement_no
            """);

    /** Payments and their reversals that became known since the night before, on accounts placed before. */
    static final AgencyFile PAYMENT = new AgencyFile(
            "payment", List.of("placement_no", "txn_no", "type", "value_on", "currency", "amount"), "amount", """
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
