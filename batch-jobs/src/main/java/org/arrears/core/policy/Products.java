package org.arrears.core.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The products that a policy names.
 *
 * @param terms by product, overrides already merged
 * @param names what they are called, of those of which it says so
 */
public record Products(Map<String, Terms> terms, Map<String, ProductName> names) {

    /** None. */
    public static final Products NONE = new Products(Map.of(), Map.of());

    public Products {
        terms = Map.copyOf(terms);
        names = Map.copyOf(names);
        if (!terms.keySet().containsAll(names.keySet())) {
            throw new IllegalStateException("names of " + names.keySet() + ", terms of " + terms.keySet());
        }
    }

    /** Returns what a product is called; its code if nothing is said. */
    public ProductName nameOf(String product) {
        return names.getOrDefault(product, new ProductName(product, Map.of()));
    }

    /** Returns the products that may have other terms than the general ones; not those that have only a name. */
    public List<String> withTerms(Terms general) {
        return terms.keySet().stream()
                .filter(product -> !names.containsKey(product) || !general.equals(terms.get(product)))
                .sorted()
                .toList();
    }

    /** Says which products people will read the code of, in a language in which others have a name. */
    public List<String> unnamed() {
        Set<String> languages = new TreeSet<>();
        names.values().forEach(name -> languages.addAll(name.byLanguage().keySet()));
        if (languages.isEmpty()) {
            languages.add("zh");
        }
        List<String> unnamed = new ArrayList<>();
        for (String product : new TreeSet<>(terms.keySet())) {
            Set<String> lacking = new TreeSet<>(languages);
            lacking.removeAll(nameOf(product).byLanguage().keySet());
            if (!lacking.isEmpty()) {
                unnamed.add("products." + product + ".name has no " + String.join(", ", lacking)
                        + ": people read the code " + product + "; add it as name: { "
                        + lacking.iterator().next()
                        + ": … }");
            }
        }
        return unnamed;
    }
}
