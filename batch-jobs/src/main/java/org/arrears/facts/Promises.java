package org.arrears.facts;

/** Promises to pay as the database holds them: what was paid towards one, as {@code core.loan.Promise} asks for it. */
public final class Promises {

    private Promises() {}

    /**
     * Returns what was paid by a date from the day of a promise to its due date as SQL, without payments reversed by
     * that date.
     *
     * @param promise the alias of the table {@code promise}
     * @param asOf the date as SQL
     */
    public static String paid(String promise, String asOf) {
        String sql = """
                (SELECT coalesce(sum(t.amount), 0)::bigint FROM transaction t
                 WHERE t.loan_no = {p}.loan_no AND t.type = 'payment'
                   AND t.value_on BETWEEN {p}.made_on AND least({p}.due_on, {day})
                   AND NOT EXISTS (SELECT 1 FROM transaction r
                                   WHERE r.loan_no = t.loan_no AND r.type = 'reversal'
                                     AND r.reverses = t.txn_no AND r.value_on <= {day}))""";
        return sql.replace("{p}", promise).replace("{day}", asOf);
    }
}
