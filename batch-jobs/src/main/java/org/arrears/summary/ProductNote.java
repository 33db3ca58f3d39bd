package org.arrears.summary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.arrears.core.policy.ProductNames;
import org.arrears.core.text.Shown;
import org.arrears.facts.AssessedDates;
import org.arrears.print.Figures;
import org.arrears.run.RunRecord;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The products without terms of their own in the policy, those first that look like a misspelt other one. */
final class ProductNote {

    private static final int LISTED = 100;
    private static final int ON_THE_TERMINAL = 10;

    private ProductNote() {}

    /**
     * A product.
     *
     * @param like the product it looks like, empty for none
     */
    private record Product(String product, String like, long accounts) {

        Map<String, Object> entry() {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("product", product);
            entry.put("like", like);
            entry.put("accounts", accounts);
            return entry;
        }

        RunNote.Line warning() {
            return new RunNote.Line(
                    "warning",
                    "product " + Shown.quoted(product) + " (" + Figures.grouped(accounts)
                            + (accounts == 1 ? " account" : " accounts") + ") has the general terms; did you mean "
                            + Shown.quoted(like)
                            + "? Correct the loans file or the policy");
        }
    }

    static RunNote of(JdbcClient jdbc, RunRecord run) {
        AssessedDates dates = new AssessedDates(jdbc);
        Set<String> withTerms = dates.policy(run.policy().sha256())
                .read()
                .map(policy -> policy.products().terms().keySet())
                .orElse(Set.of());
        List<Product> products = dates.include(run) ? products(jdbc, run, withTerms) : List.of();
        return new RunNote(
                "products",
                "Products without terms of their own",
                List.of("product", "like"),
                products.stream().limit(LISTED).map(Product::entry).toList(),
                false,
                lines(products));
    }

    /** Those that look like another first, then the largest. */
    private static List<Product> products(JdbcClient jdbc, RunRecord run, Set<String> withTerms) {
        Map<String, Long> accounts = new LinkedHashMap<>();
        jdbc.sql("""
                        SELECT product, count(*) FROM assessment_on(:asOf)
                        GROUP BY product ORDER BY count(*) DESC, product
                        """)
                .param("asOf", run.asOf())
                .query((row, number) -> accounts.put(row.getString(1), row.getLong(2)))
                .list();
        Map<String, String> alike = ProductNames.lookAlikes(accounts.keySet(), withTerms);
        List<Product> products = new ArrayList<>();
        alike.forEach((product, like) -> products.add(new Product(product, like, accounts.getOrDefault(product, 0L))));
        accounts.forEach((product, count) -> {
            if (!withTerms.contains(product) && !alike.containsKey(product)) {
                products.add(new Product(product, "", count));
            }
        });
        return products;
    }

    private static List<RunNote.Line> lines(List<Product> products) {
        List<RunNote.Line> lines = new ArrayList<>();
        if (!products.isEmpty()) {
            String listed = products.stream()
                    .limit(ON_THE_TERMINAL)
                    .map(product -> Shown.word(product.product()) + " " + Figures.grouped(product.accounts()))
                    .collect(Collectors.joining(", "));
            int more = products.size() - ON_THE_TERMINAL;
            lines.add(new RunNote.Line(
                    "products", "with the general terms: " + listed + (more > 0 ? " and " + more + " more" : "")));
        }
        products.stream()
                .filter(product -> !product.like().isEmpty())
                .limit(ON_THE_TERMINAL)
                .forEach(product -> lines.add(product.warning()));
        return lines;
    }
}
