package org.arrears.compare;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.arrears.core.loan.LoanFacts;
import org.arrears.core.policy.NamedRanges;
import org.arrears.core.policy.Policy;
import org.arrears.core.replay.Assessment;
import org.arrears.core.replay.Assessor;
import org.arrears.facts.Assessors;
import org.arrears.facts.LoanFactsStream;
import org.arrears.run.Fault;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Assesses every unsettled loan under two policies in one pass over the facts, and writes nothing. */
public final class PolicyComparison {

    private static final String ALL_LOANS = "TRUE";

    private final Policy before;
    private final Policy after;
    private final LocalDate asOf;
    private final int top;
    private final Map<String, CurrencyTally> tallies = new TreeMap<>();

    /**
     * Prepares a comparison.
     *
     * @param top how many accounts to list of each currency
     */
    public PolicyComparison(Policy before, Policy after, LocalDate asOf, int top) {
        this.before = before;
        this.after = after;
        this.asOf = asOf;
        this.top = top;
    }

    /** Compares all loans of a database; once. */
    public PolicyDiff of(DataSource dataSource) {
        JdbcClient jdbc = JdbcClient.create(dataSource);
        Assessor old = Assessors.under(before, jdbc);
        Assessor now = Assessors.under(after, jdbc);
        try (LoanFactsStream stream = new LoanFactsStream(dataSource, ALL_LOANS)) {
            for (LoanFacts facts = stream.next(); facts != null; facts = stream.next()) {
                add(old.assess(facts, asOf), now.assess(facts, asOf));
            }
        } catch (SQLException failed) {
            throw Fault.of(failed);
        }
        return diff();
    }

    void add(Assessment old, Assessment now) {
        var currency = old.loan().currency();
        tallies.computeIfAbsent(currency.code(), code -> new CurrencyTally(currency, top))
                .add(old, now);
    }

    PolicyDiff diff() {
        List<String> bucketsBefore = names(before);
        List<String> bucketsAfter = names(after);
        return new PolicyDiff(
                before,
                after,
                asOf,
                TermChanges.between(before, after),
                tallies.values().stream()
                        .map(tally -> tally.diff(bucketsBefore, bucketsAfter))
                        .toList());
    }

    private static List<String> names(Policy policy) {
        return policy.buckets().ranges().stream().map(NamedRanges.Named::name).toList();
    }
}
