package org.arrears.agency;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.arrears.core.money.CurrencyUnit;
import org.arrears.core.policy.HandoffPolicy;
import org.arrears.core.policy.HandoffPolicy.Agency;
import org.arrears.facts.Doubts;
import org.arrears.facts.HoldsInForce;
import org.arrears.run.StepProgress;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The tables {@code placement}, which account is with which agency, and {@code placement_stop}, which might be and
 * why it is not.
 *
 * <p>All of a debtor's accounts go to one agency; new debtors go to the agency furthest below its share by weight, so
 * the shares hold exactly. An account is recalled when it is paid up, settled or
 * on hold. Decided once for a date; deciding again for the same date takes back its own decisions first.
 */
final class Placements {

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

    /** An account that belongs with an agency, or is there. */
    private record Account(
            String customerNo, String loanNo, String currency, long totalOverdue, Optional<String> doubt) {}

    /** Recalls and places; returns how many of both. */
    long decide() {
        if (decidedLater()) {
            return 0;
        }
        progress.expect(0);
        takeBack();
        HoldsInForce holds = HoldsInForce.on(asOf, jdbc);
        return (long) recall(holds) + place(holds);
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

    /** What an open placement looks like today; no amount if the loan has no assessment any more. */
    private record Placed(String placementNo, String customerNo, String loanNo, Optional<Long> totalOverdue) {}

    private int recall(HoldsInForce holds) {
        List<Placed> placed = jdbc.sql("""
                        SELECT p.placement_no, p.customer_no, p.loan_no, a.total_overdue
                        FROM placement p
                        LEFT JOIN assessment a ON a.loan_no = p.loan_no AND a.as_of <= :asOf AND a.through_on >= :asOf
                        WHERE p.recalled_on IS NULL AND p.placed_on <= :asOf ORDER BY p.placement_no
                        """)
                .param("asOf", asOf)
                .query((row, number) -> new Placed(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        Optional.ofNullable(row.getObject(4, Long.class))))
                .list();
        List<Object[]> recalls = new ArrayList<>();
        progress.expectMore(placed.size());
        for (Placed account : placed) {
            progress.add(1);
            reason(account, holds).ifPresent(reason -> recalls.add(new Object[] {asOf, reason, account.placementNo}));
        }
        new JdbcTemplate(dataSource)
                .batchUpdate("UPDATE placement SET recalled_on = ?, recall_reason = ? WHERE placement_no = ?", recalls);
        return recalls.size();
    }

    private static Optional<String> reason(Placed account, HoldsInForce holds) {
        if (account.totalOverdue.isEmpty()) {
            return Optional.of("settled");
        }
        if (account.totalOverdue.get() == 0) {
            return Optional.of("paid-up");
        }
        return hold(account.loanNo, account.customerNo, holds);
    }

    private int place(HoldsInForce holds) {
        Map<String, List<Account>> debtors = new LinkedHashMap<>();
        List<Object[]> stops = new ArrayList<>();
        List<Account> eligible = eligible();
        progress.expectMore(eligible.size());
        for (Account account : eligible) {
            progress.add(1);
            stop(account, holds)
                    .ifPresentOrElse(
                            reason -> stops.add(new Object[] {asOf, account.loanNo, account.customerNo, reason}),
                            () -> debtors.computeIfAbsent(account.customerNo, no -> new ArrayList<>())
                                    .add(account));
        }
        new JdbcTemplate(dataSource)
                .batchUpdate(
                        "INSERT INTO placement_stop (as_of, loan_no, customer_no, reason) VALUES (?, ?, ?, ?)", stops);
        Map<String, String> agencyOf = openAgencies();
        Shares shares = new Shares(policy.agencies(), agencyOf.values());
        PlacementNumbers numbers = new PlacementNumbers(dataSource, asOf);
        List<Object[]> rows = new ArrayList<>();
        debtors.forEach((customerNo, accounts) -> {
            if (isLarge(accounts)) {
                String agency = agencyOf.computeIfAbsent(customerNo, no -> shares.next());
                accounts.forEach(account -> rows.add(new Object[] {
                    numbers.of(account.loanNo),
                    agency,
                    customerNo,
                    account.loanNo,
                    account.currency,
                    asOf,
                    account.totalOverdue
                }));
            }
        });
        new JdbcTemplate(dataSource).batchUpdate("""
                        INSERT INTO placement
                            (placement_no, agency, customer_no, loan_no, currency, placed_on, total_overdue)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """, rows);
        numbers.store();
        return rows.size();
    }

    private static Optional<String> stop(Account account, HoldsInForce holds) {
        return account.doubt.or(() -> hold(account.loanNo, account.customerNo, holds));
    }

    private static Optional<String> hold(String loanNo, String customerNo, HoldsInForce holds) {
        return holds.stopping("agency", loanNo, customerNo).map(hold -> "hold-" + hold.reason());
    }

    /**
     * Accounts of debtors in the range that are with no agency, on this date or a later one. The debtor's days are
     * those of the loans that are in no doubt; one in doubt is here to be told of if it would be in the range.
     */
    private List<Account> eligible() {
        return jdbc.sql("""
                        WITH overdue AS (
                            SELECT a.customer_no, a.loan_no, a.currency, a.total_overdue, a.dpd, {doubt} AS doubt
                            FROM assessment a WHERE a.as_of = :asOf AND a.past_due_days > 0),
                        debtor AS (
                            SELECT customer_no, max(dpd) AS dpd, max(dpd) FILTER (WHERE doubt IS NULL) AS sound_dpd
                            FROM overdue GROUP BY customer_no)
                        SELECT o.customer_no, o.loan_no, o.currency, o.total_overdue, o.doubt
                        FROM overdue o JOIN debtor d USING (customer_no)
                        WHERE CASE WHEN o.doubt IS NULL THEN d.sound_dpd ELSE d.dpd END BETWEEN :from AND :to
                          AND NOT EXISTS (SELECT 1 FROM placement p WHERE p.loan_no = o.loan_no
                                          AND (p.recalled_on IS NULL OR p.recalled_on >= :asOf))
                        ORDER BY o.customer_no, o.loan_no
                        """.replace("{doubt}", doubts.about("a")))
                .param("asOf", asOf)
                .param("from", policy.dpd().from())
                .param("to", policy.dpd().to())
                .query((row, number) -> new Account(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4),
                        Optional.ofNullable(row.getString(5))))
                .list();
    }

    private boolean isLarge(List<Account> accounts) {
        Map<String, Long> totals = new HashMap<>();
        accounts.forEach(account -> totals.merge(account.currency, account.totalOverdue, Math::addExact));
        return totals.entrySet().stream()
                .anyMatch(total -> BigDecimal.valueOf(
                                        total.getValue(),
                                        CurrencyUnit.of(total.getKey())
                                                .orElseThrow()
                                                .digits())
                                .compareTo(policy.minimumAmount())
                        >= 0);
    }

    private Map<String, String> openAgencies() {
        Map<String, String> agencies = new HashMap<>();
        jdbc.sql("SELECT DISTINCT customer_no, agency FROM placement WHERE recalled_on IS NULL")
                .query((row, number) -> agencies.put(row.getString(1), row.getString(2)))
                .list();
        return agencies;
    }

    /** Deals new debtors out by weight. */
    private static final class Shares {

        private final List<Agency> agencies;
        private final Map<String, Long> debtors = new HashMap<>();

        Shares(List<Agency> agencies, Iterable<String> placed) {
            this.agencies = agencies;
            placed.forEach(agency -> debtors.merge(agency, 1L, Long::sum));
        }

        /** Returns the agency whose share would be smallest against its weight with one debtor more. */
        String next() {
            Agency chosen = agencies.get(0);
            for (Agency agency : agencies) {
                long ours = (debtors.getOrDefault(agency.code(), 0L) + 1) * chosen.weight();
                long best = (debtors.getOrDefault(chosen.code(), 0L) + 1) * agency.weight();
                chosen = ours < best ? agency : chosen;
            }
            debtors.merge(chosen.code(), 1L, Long::sum);
            return chosen.code();
        }
    }
}
