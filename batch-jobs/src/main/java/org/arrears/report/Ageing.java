package org.arrears.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.arrears.core.money.Dues;
import org.arrears.facts.AssessedDates;
import org.arrears.facts.DuesColumns;
import org.arrears.print.Figures;
import org.arrears.summary.RunSummaries;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is owed at a date by currency, bucket and product. Every line is checked against those it sums up and against
 * the run summary.
 *
 * @param lines details, ordered by currency, gravity of the bucket and product
 * @param buckets sums of a bucket in a currency
 * @param totals sums of a currency
 */
record Ageing(LocalDate asOf, AssessedDates.Under policy, List<Line> lines, List<Line> buckets, List<Line> totals) {

    private static final String SQL = """
            SELECT grouping(bucket, product) AS level, currency, coalesce(bucket, '') AS bucket,
                   coalesce(product, '') AS product, count(*) AS accounts, count(DISTINCT customer_no) AS customers,
                   {parts},
                   sum(total_overdue)::bigint AS total_overdue, sum(principal_balance)::bigint AS principal_balance
            FROM assessment_on(:asOf)
            GROUP BY GROUPING SETS ((currency, bucket, product), (currency, bucket), (currency))
            """.replace("{parts}", DuesColumns.sums());

    private static final int DETAIL = 0;
    private static final int OF_BUCKET = 1;
    private static final int OF_CURRENCY = 3;

    private static final List<ToLongFunction<Line>> ADDITIVE = additive();

    private static List<ToLongFunction<Line>> additive() {
        List<ToLongFunction<Line>> figures =
                new ArrayList<>(List.of(Line::accounts, Line::totalOverdue, Line::principalBalance));
        Dues.LISTED.forEach(part -> figures.add(line -> line.overdue().get(part)));
        return List.copyOf(figures);
    }

    Ageing {
        lines = List.copyOf(lines);
        buckets = List.copyOf(buckets);
        totals = List.copyOf(totals);
        for (Line total : totals) {
            require(total, buckets.stream().filter(line -> line.currency().equals(total.currency())));
        }
        for (Line bucket : buckets) {
            require(bucket, lines.stream().filter(bucket::sumsUp));
        }
    }

    /** One line; amounts in minor units; bucket and product are empty where it sums them up. */
    record Line(
            int level,
            String currency,
            String bucket,
            String product,
            long accounts,
            long customers,
            Dues overdue,
            long totalOverdue,
            long principalBalance) {

        boolean sumsUp(Line detail) {
            return detail.currency.equals(currency) && detail.bucket.equals(bucket);
        }
    }

    ReportHead head() {
        return new ReportHead(asOf, policy);
    }

    static Ageing of(JdbcClient jdbc, LocalDate asOf) {
        AssessedDates.Under policy = new AssessedDates(jdbc).require(asOf);
        List<Line> all = jdbc.sql(SQL).param("asOf", asOf).query(Ageing::line).list().stream()
                .sorted(Comparator.comparing(Line::currency)
                        .thenComparing(Line::bucket, AssessedDates.gravity(policy))
                        .thenComparing(Line::product))
                .toList();
        Ageing ageing = new Ageing(asOf, policy, level(all, DETAIL), level(all, OF_BUCKET), level(all, OF_CURRENCY));
        ageing.requireAsIn(new RunSummaries(jdbc));
        return ageing;
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getInt("level"),
                row.getString("currency"),
                row.getString("bucket"),
                row.getString("product"),
                row.getLong("accounts"),
                row.getLong("customers"),
                DuesColumns.read(row),
                row.getLong("total_overdue"),
                row.getLong("principal_balance"));
    }

    private static List<Line> level(List<Line> lines, int level) {
        return lines.stream().filter(line -> line.level == level).toList();
    }

    private static void require(Line sum, java.util.stream.Stream<Line> parts) {
        List<Line> lines = parts.toList();
        for (ToLongFunction<Line> figure : ADDITIVE) {
            long added = lines.stream().mapToLong(figure).reduce(0, Math::addExact);
            if (added != figure.applyAsLong(sum)) {
                throw new IllegalStateException("ageing: lines add up to " + added + ", the sum is " + sum);
            }
        }
    }

    private void requireAsIn(RunSummaries summaries) {
        String ours = buckets.stream()
                .map(line -> line.bucket + " " + line.currency + " " + line.accounts + " "
                        + Figures.amount(line.totalOverdue, line.currency))
                .sorted()
                .collect(Collectors.joining("\n"));
        String theirs = summaries.buckets(asOf).stream()
                .map(bucket -> bucket.bucket() + " " + bucket.currency() + " " + bucket.accounts() + " "
                        + bucket.totalOverdue())
                .sorted()
                .collect(Collectors.joining("\n"));
        String total = totals.stream()
                .map(line -> line.currency + " " + Figures.amount(line.principalBalance, line.currency))
                .collect(Collectors.joining("\n"));
        String theirTotal = summaries.totals(asOf).stream()
                .map(sum ->
                        sum.currency().code() + " " + sum.format(sum.amounts().principalBalance()))
                .collect(Collectors.joining("\n"));
        if (!ours.equals(theirs) || !total.equals(theirTotal)) {
            throw new IllegalStateException(
                    "ageing and run summary differ:\n" + ours + "\n" + theirs + "\n" + total + "\n" + theirTotal);
        }
    }
}
