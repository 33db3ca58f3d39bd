package org.arrears.report;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.arrears.facts.AssessedDates;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How accounts moved between buckets from one assessed date to a later one, both read as they are in force. Checked
 * against the ageing of both dates.
 *
 * @param moves ordered by currency and gravity, new accounts first
 */
record RollRate(
        LocalDate from, LocalDate asOf, AssessedDates.Under policy, Comparator<String> gravity, List<Move> moves) {

    /** In place of a bucket where an account has none: it was not there before, or is settled now. */
    static final String NONE = "";

    private static final String SQL = """
            SELECT currency, coalesce(b.bucket, '') AS from_bucket, coalesce(a.bucket, '') AS to_bucket,
                   count(*) AS accounts, coalesce(sum(b.principal_balance), 0)::bigint AS balance_before,
                   coalesce(sum(a.principal_balance), 0)::bigint AS balance_now
            FROM (SELECT loan_no, currency, bucket, principal_balance
                  FROM assessment_on(:from)) b
            FULL JOIN (SELECT loan_no, currency, bucket, principal_balance
                  FROM assessment_on(:asOf)) a USING (loan_no, currency)
            GROUP BY 1, 2, 3
            """;

    RollRate {
        moves = List.copyOf(moves);
    }

    /** The accounts that went one way; balances of principal in minor units. */
    record Move(
            String currency, String fromBucket, String toBucket, long accounts, long balanceBefore, long balanceNow) {}

    /** How a move is to be judged. */
    enum Direction {
        NEW,
        SETTLED,
        BETTER,
        SAME,
        WORSE
    }

    static RollRate of(JdbcClient jdbc, LocalDate from, LocalDate asOf) {
        Ageing before = Ageing.of(jdbc, from);
        Ageing now = Ageing.of(jdbc, asOf);
        Comparator<String> gravity = AssessedDates.gravity(now.policy());
        List<Move> moves = jdbc.sql(SQL).param("from", from).param("asOf", asOf).query(Move.class).list().stream()
                .sorted(Comparator.comparing(Move::currency)
                        .thenComparing(move -> !move.fromBucket.equals(NONE))
                        .thenComparing(Move::fromBucket, gravity)
                        .thenComparing(move -> move.toBucket.equals(NONE))
                        .thenComparing(Move::toBucket, gravity))
                .toList();
        RollRate rollRate = new RollRate(from, asOf, now.policy(), gravity, moves);
        rollRate.requireAsIn(before, now);
        return rollRate;
    }

    ReportHead head() {
        return new ReportHead(asOf, policy);
    }

    Direction direction(Move move) {
        if (move.fromBucket.equals(NONE)) {
            return Direction.NEW;
        }
        if (move.toBucket.equals(NONE)) {
            return Direction.SETTLED;
        }
        int compared = gravity.compare(move.toBucket, move.fromBucket);
        return compared == 0 ? Direction.SAME : compared > 0 ? Direction.WORSE : Direction.BETTER;
    }

    private void requireAsIn(Ageing before, Ageing now) {
        Map<String, Sum> left = new TreeMap<>();
        Map<String, Sum> arrived = new TreeMap<>();
        for (Move move : moves) {
            add(left, move.currency, move.fromBucket, new Sum(move.accounts, move.balanceBefore));
            add(arrived, move.currency, move.toBucket, new Sum(move.accounts, move.balanceNow));
        }
        if (!left.equals(sums(before)) || !arrived.equals(sums(now))) {
            throw new IllegalStateException("roll rate and ageing differ: left " + left + " of " + sums(before)
                    + ", arrived " + arrived + " of " + sums(now));
        }
    }

    private record Sum(long accounts, long balance) {

        Sum plus(Sum other) {
            return new Sum(accounts + other.accounts, Math.addExact(balance, other.balance));
        }
    }

    private static void add(Map<String, Sum> sums, String currency, String bucket, Sum sum) {
        if (!bucket.equals(NONE)) {
            sums.merge(currency + " " + bucket, sum, Sum::plus);
        }
    }

    private static Map<String, Sum> sums(Ageing ageing) {
        return ageing.buckets().stream()
                .collect(Collectors.toMap(
                        line -> line.currency() + " " + line.bucket(),
                        line -> new Sum(line.accounts(), line.principalBalance()),
                        Sum::plus,
                        TreeMap::new));
    }
}
