package org.arrears.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.arrears.core.money.CurrencyUnit;
import org.arrears.core.money.Dues;
import org.arrears.core.policy.NamedRanges;
import org.arrears.core.policy.Policy;
import org.arrears.core.policy.Products;
import org.arrears.print.Figures;

/** Prints a comparison of policies for people: terms, then one block for each currency. */
public final class PolicyDiffText {

    private static final int SHORT_DIGEST = 12;

    private final StringBuilder out = new StringBuilder();

    private final Products products;

    private PolicyDiffText(Products products) {
        this.products = products;
    }

    /** Returns the comparison as aligned lines. */
    public static String print(PolicyDiff diff) {
        PolicyDiffText text = new PolicyDiffText(diff.after().products());
        text.head(diff);
        text.terms(diff.terms());
        List<String> buckets = diff.after().buckets().ranges().stream()
                .map(NamedRanges.Named::name)
                .toList();
        diff.currencies().forEach(currency -> text.currency(currency, buckets));
        if (diff.currencies().isEmpty()) {
            text.out.append("\nno unsettled loan to compare: load files first\n");
        }
        text.out.append("\nNothing was written. To commit to the new policy, give it to the next arrears nightly.\n");
        return text.out.toString();
    }

    private void head(PolicyDiff diff) {
        out.append("policy diff ").append(diff.asOf()).append('\n');
        new AlignedRows(3)
                .row("old", diff.before().name(), digest(diff.before()))
                .row("new", diff.after().name(), digest(diff.after()))
                .print(out);
    }

    private static String digest(Policy policy) {
        return "sha256 " + policy.sha256().substring(0, SHORT_DIGEST);
    }

    private void terms(TermChanges terms) {
        out.append("\nterms\n");
        if (terms.figures().isEmpty()) {
            out.append("  no difference that changes a figure\n");
        }
        AlignedRows rows = new AlignedRows(2);
        terms.figures().forEach(change -> rows.row(change.path(), change.before() + " -> " + change.after()));
        rows.print(out);
        if (!terms.elsewhere().isEmpty()) {
            out.append("  also differ, without a figure here: ")
                    .append(String.join(", ", terms.elsewhere()))
                    .append('\n');
        }
    }

    private void currency(CurrencyDiff diff, List<String> buckets) {
        CurrencyDiff.Counts counts = diff.counts();
        out.append(String.format(
                Locale.ROOT,
                "\n%s  %s accounts: %s change bucket, %s class, %s dpd, %s penalty or compound\n",
                diff.currency().code(),
                Figures.grouped(counts.accounts()),
                Figures.grouped(counts.changeBucket()),
                Figures.grouped(counts.changeClass()),
                Figures.grouped(counts.changeDpd()),
                Figures.grouped(counts.changeAmount())));
        sums(diff);
        matrix(diff, buckets);
        largest(diff);
    }

    private void sums(CurrencyDiff diff) {
        AlignedRows rows = new AlignedRows(1).row("in sum", "old", "new", "difference");
        sums(rows, "penalty", diff, Dues::penalty);
        sums(rows, "compound", diff, Dues::compound);
        sums(rows, "total overdue", diff, Dues::total);
        rows.print(out);
    }

    private static void sums(AlignedRows rows, String title, CurrencyDiff diff, ToLongFunction<Dues> of) {
        rows.row(
                title,
                Figures.grouped(of.applyAsLong(diff.overdue().before()), diff.currency()),
                Figures.grouped(of.applyAsLong(diff.overdue().after()), diff.currency()),
                signed(diff.currency(), diff.overdue().differenceMinor(of)));
    }

    /** The whole matrix if an account moves; nothing if all stay. */
    private void matrix(CurrencyDiff diff, List<String> buckets) {
        if (diff.counts().changeBucket() == 0) {
            return;
        }
        Set<String> reached = diff.moves().stream().map(BucketMove::after).collect(Collectors.toSet());
        List<String> columns = buckets.stream().filter(reached::contains).toList();
        AlignedRows rows = new AlignedRows(1);
        List<String> title = new ArrayList<>(List.of("old \\ new"));
        title.addAll(columns);
        rows.row(title);
        diff.moves().stream().map(BucketMove::before).distinct().forEach(before -> {
            List<String> row = new ArrayList<>(List.of(before));
            columns.forEach(after -> row.add(cell(diff, before, after)));
            rows.row(row);
        });
        out.append('\n');
        rows.print(out);
    }

    private static String cell(CurrencyDiff diff, String before, String after) {
        Optional<BucketMove> move = diff.moves().stream()
                .filter(found -> found.before().equals(before) && found.after().equals(after))
                .findFirst();
        return move.map(found -> Figures.grouped(found.accounts())).orElse(".");
    }

    private void largest(CurrencyDiff diff) {
        if (diff.largest().isEmpty()) {
            return;
        }
        AlignedRows rows = new AlignedRows(3)
                .row("largest", "product", "bucket", "old penalty + compound", "new penalty + compound", "difference");
        CurrencyUnit currency = diff.currency();
        for (AccountChange change : diff.largest()) {
            rows.row(
                    change.loanNo(),
                    products.nameOf(change.product()).label(),
                    change.bucketBefore() + " -> " + change.bucketAfter(),
                    Figures.grouped(change.overdue().before().accrued(), currency),
                    Figures.grouped(change.overdue().after().accrued(), currency),
                    signed(currency, change.differenceMinor()));
        }
        out.append('\n');
        rows.print(out);
    }

    private static String signed(CurrencyUnit currency, long minor) {
        return (minor > 0 ? "+" : "") + Figures.grouped(minor, currency);
    }
}
