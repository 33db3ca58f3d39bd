package org.arrears.facts;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.arrears.core.loan.Hold;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The holds in force on a business date, by loan and by customer. */
public final class HoldsInForce {

    private final Map<String, List<Hold>> byLoan = new HashMap<>();
    private final Map<String, List<Hold>> byCustomer = new HashMap<>();

    private HoldsInForce() {}

    public static HoldsInForce on(LocalDate asOf, JdbcClient jdbc) {
        HoldsInForce holds = new HoldsInForce();
        jdbc.sql("""
                        SELECT scope, ref_no, reason, ends_on, channels FROM hold
                        WHERE starts_on <= :asOf AND (ends_on IS NULL OR ends_on >= :asOf)
                        ORDER BY hold_no
                        """)
                .param("asOf", asOf)
                .query((row, number) -> {
                    Map<String, List<Hold>> scope =
                            row.getString("scope").equals("loan") ? holds.byLoan : holds.byCustomer;
                    Hold hold = new Hold(
                            row.getString("reason"),
                            Optional.ofNullable(row.getObject("ends_on", LocalDate.class)),
                            List.of(row.getString("channels").split(";")));
                    scope.merge(row.getString("ref_no"), List.of(hold), HoldsInForce::both);
                    return hold;
                })
                .list();
        return holds;
    }

    private static List<Hold> both(List<Hold> some, List<Hold> more) {
        return java.util.stream.Stream.concat(some.stream(), more.stream()).toList();
    }

    /** Returns the hold that stops a channel for a loan, the longest if there are several. */
    public Optional<Hold> stopping(String channel, String loanNo, String customerNo) {
        return Hold.stopping(
                channel, both(byLoan.getOrDefault(loanNo, List.of()), byCustomer.getOrDefault(customerNo, List.of())));
    }
}
