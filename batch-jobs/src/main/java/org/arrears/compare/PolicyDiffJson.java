package org.arrears.compare;

import java.util.function.ToLongFunction;
import org.arrears.core.money.CurrencyUnit;
import org.arrears.core.money.Dues;
import org.arrears.core.policy.Policy;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Prints a comparison of policies as JSON: always the same fields in the same order, amounts as strings. */
public final class PolicyDiffJson {

    private static final JsonMapper MAPPER = new JsonMapper();

    private PolicyDiffJson() {}

    /** Returns the comparison as indented JSON. */
    public static String print(PolicyDiff diff) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("as_of", diff.asOf().toString());
        policy(root.putObject("old"), diff.before());
        policy(root.putObject("new"), diff.after());
        var terms = root.putArray("terms");
        diff.terms()
                .figures()
                .forEach(change -> terms.addObject()
                        .put("path", change.path())
                        .put("old", change.before())
                        .put("new", change.after()));
        var elsewhere = root.putArray("other_sections");
        diff.terms().elsewhere().forEach(elsewhere::add);
        var currencies = root.putArray("currencies");
        diff.currencies().forEach(currency -> currency(currencies.addObject(), currency));
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    }

    private static void policy(ObjectNode to, Policy policy) {
        to.put("name", policy.name());
        to.put("sha256", policy.sha256());
    }

    private static void currency(ObjectNode to, CurrencyDiff diff) {
        CurrencyUnit currency = diff.currency();
        to.put("currency", currency.code());
        to.put("accounts", diff.counts().accounts());
        to.put("change_bucket", diff.counts().changeBucket());
        to.put("change_class", diff.counts().changeClass());
        to.put("change_dpd", diff.counts().changeDpd());
        to.put("change_amount", diff.counts().changeAmount());
        var buckets = to.putArray("buckets");
        diff.moves()
                .forEach(move -> buckets.addObject()
                        .put("old", move.before())
                        .put("new", move.after())
                        .put("accounts", move.accounts()));
        sums(to.putObject("penalty"), currency, diff.overdue(), Dues::penalty);
        sums(to.putObject("compound"), currency, diff.overdue(), Dues::compound);
        sums(to.putObject("total_overdue"), currency, diff.overdue(), Dues::total);
        var largest = to.putArray("largest");
        diff.largest().forEach(change -> account(largest.addObject(), currency, change));
    }

    private static void account(ObjectNode to, CurrencyUnit currency, AccountChange change) {
        to.put("loan_no", change.loanNo());
        to.put("product", change.product());
        to.put("bucket_old", change.bucketBefore());
        to.put("bucket_new", change.bucketAfter());
        Dues before = change.overdue().before();
        Dues after = change.overdue().after();
        to.put("penalty_old", currency.format(before.penalty()));
        to.put("penalty_new", currency.format(after.penalty()));
        to.put("compound_old", currency.format(before.compound()));
        to.put("compound_new", currency.format(after.compound()));
        to.put("difference", currency.format(change.differenceMinor()));
    }

    private static void sums(ObjectNode to, CurrencyUnit currency, BeforeAfter sums, ToLongFunction<Dues> of) {
        to.put("old", currency.format(of.applyAsLong(sums.before())));
        to.put("new", currency.format(of.applyAsLong(sums.after())));
        to.put("difference", currency.format(sums.differenceMinor(of)));
    }
}
