package org.arrears.agency;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.arrears.core.loan.Hold;
import org.arrears.core.placement.OverdueAccount;
import org.arrears.core.placement.OverdueDebtor;
import org.arrears.core.placement.PlacedAccount;
import org.arrears.core.placement.PlacementPlan;
import org.arrears.core.policy.HandoffPolicy;
import org.arrears.facts.Doubts;
import org.arrears.facts.HoldsInForce;
import org.arrears.run.StepProgress;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The tables {@code placement}, which account is with which agency, and {@code placement_stop}, which might be and
 * why it is not. Decided once for a date; deciding again for the same date takes back its own decisions first.
 */
final class Placements {

    private static final String CHANNEL = "agency";

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final HandoffPolicy policy;
    private final Doubts doubts;
    private final LocalDate asOf;
    private final StepProgress progress;

    Placements(DataSource dataSource, HandoffPolicy policy, Doubts doubts, LocalDate asOf, StepProgress progress) {
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
        this.policy = policy;
        this.doubts = doubts;
        this.asOf = asOf;
        this.progress = progress;
    }

    /** Recalls and places; returns how many of both. */
    long decide() {
        if (decidedLater()) {
            return 0;
        }
        progress.expect(0);
        takeBack();
        HoldsInForce holds = HoldsInForce.on(asOf, jdbc);
        return (long) recall(placed(holds)) + place(PlacementPlan.of(policy, overdue(holds), agencies()));
    }

    /** A run for an earlier date changes nothing that a later date has decided on. */
    private boolean decidedLater() {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM placement WHERE placed_on > :asOf OR recalled_on > :asOf)")
                .param("asOf", asOf)
                .query(Boolean.class)
                .single();
    }

    private void takeBack() {
        jdbc.sql("DELETE FROM placement WHERE placed_on = ?").params(asOf).update();
        jdbc.sql("DELETE FROM placement_stop WHERE as_of = ?").params(asOf).update();
        jdbc.sql("UPDATE placement SET recalled_on = NULL, recall_reason = NULL WHERE recalled_on = ?")
                .params(asOf)
                .update();
    }

    private List<PlacedAccount> placed(HoldsInForce holds) {
        return jdbc.sql("""
                        SELECT p.placement_no, p.customer_no, p.loan_no, a.total_overdue
                        FROM placement p
                        LEFT JOIN assessment_on(:asOf) a ON a.loan_no = p.loan_no
                        WHERE p.recalled_on IS NULL AND p.placed_on <= :asOf ORDER BY p.placement_no
                        """)
                .param("asOf", asOf)
                .query((row, number) -> new PlacedAccount(
                        row.getString("placement_no"),
                        Optional.ofNullable(row.getObject("total_overdue", Long.class)),
                        hold(holds, row.getString("loan_no"), row.getString("customer_no"))))
                .list();
    }

    private static Optional<String> hold(HoldsInForce holds, String loanNo, String customerNo) {
        return holds.stopping(CHANNEL, loanNo, customerNo).map(Hold::reason);
    }

    private int recall(List<PlacedAccount> placed) {
        progress.expectMore(placed.size());
        List<Object[]> recalls = new ArrayList<>();
        for (PlacedAccount account : placed) {
            progress.add(1);
            account.recall().ifPresent(reason -> recalls.add(new Object[] {asOf, reason, account.placementNo()}));
        }
        write("UPDATE placement SET recalled_on = ?, recall_reason = ? WHERE placement_no = ?", recalls);
        return recalls.size();
    }

    /** Reads the debtors who can be in the range of days, with all their overdue accounts. */
    private List<OverdueDebtor> overdue(HoldsInForce holds) {
        Map<String, List<OverdueAccount>> debtors = new LinkedHashMap<>();
        jdbc.sql("""
                        WITH overdue AS (
                            SELECT a.customer_no, a.loan_no, a.currency, a.total_overdue, a.dpd, {doubt} AS doubt,
                                   max(a.dpd) OVER (PARTITION BY a.customer_no) AS debtor_dpd
                            FROM assessment a WHERE a.as_of = :asOf AND a.past_due_days > 0)
                        SELECT o.*, EXISTS (SELECT 1 FROM placement p WHERE p.loan_no = o.loan_no
                                            AND (p.recalled_on IS NULL OR p.recalled_on >= :asOf)) AS with_agency
                        FROM overdue o WHERE o.debtor_dpd >= :from ORDER BY o.customer_no, o.loan_no
                        """.replace("{doubt}", doubts.about("a")))
                .param("asOf", asOf)
                .param("from", policy.dpd().from())
                .query(row -> {
                    String customerNo = row.getString("customer_no");
                    String loanNo = row.getString("loan_no");
                    debtors.computeIfAbsent(customerNo, nobody -> new ArrayList<>())
                            .add(new OverdueAccount(
                                    loanNo,
                                    row.getString("currency"),
                                    row.getLong("total_overdue"),
                                    row.getInt("dpd"),
                                    Optional.ofNullable(row.getString("doubt")),
                                    hold(holds, loanNo, customerNo),
                                    row.getBoolean("with_agency")));
                });
        return debtors.entrySet().stream()
                .map(debtor -> new OverdueDebtor(debtor.getKey(), debtor.getValue()))
                .toList();
    }

    /** Reads which debtor is with which agency. */
    private Map<String, String> agencies() {
        Map<String, String> agencies = new HashMap<>();
        jdbc.sql("SELECT DISTINCT customer_no, agency FROM placement WHERE recalled_on IS NULL")
                .query(row -> {
                    agencies.put(row.getString("customer_no"), row.getString("agency"));
                });
        return agencies;
    }

    private int place(PlacementPlan plan) {
        progress.expectMore((long) plan.placed().size() + plan.stopped().size());
        write(
                "INSERT INTO placement_stop (as_of, loan_no, customer_no, reason) VALUES (?, ?, ?, ?)",
                plan.stopped().stream()
                        .map(stop -> new Object[] {asOf, stop.loanNo(), stop.customerNo(), stop.reason()})
                        .toList());
        progress.add(plan.stopped().size());
        PlacementNumbers numbers = new PlacementNumbers(dataSource, asOf);
        write("""
                INSERT INTO placement (placement_no, agency, customer_no, loan_no, currency, placed_on, total_overdue)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """, plan.placed().stream().map(placed -> row(numbers, placed)).toList());
        numbers.store();
        progress.add(plan.placed().size());
        return plan.placed().size();
    }

    private Object[] row(PlacementNumbers numbers, PlacementPlan.Placed placed) {
        OverdueAccount account = placed.account();
        return new Object[] {
            numbers.of(account.loanNo()),
            placed.agency(),
            placed.customerNo(),
            account.loanNo(),
            account.currency(),
            asOf,
            account.totalOverdueMinor()
        };
    }

    private void write(String sql, List<Object[]> rows) {
        new JdbcTemplate(dataSource).batchUpdate(sql, rows);
    }
}
