package org.arrears.core.policy;

import java.text.Normalizer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds products that differ from another only by case, width or blanks around them, and so are likely misspelt. */
public final class ProductNames {

    private ProductNames() {}

    /**
     * Returns each product without terms of its own that looks like another, with that other.
     *
     * @param found the products of the loans
     * @param withTerms the products that the policy names
     */
    public static Map<String, String> lookAlikes(Collection<String> found, Set<String> withTerms) {
        Map<String, String> usual = new LinkedHashMap<>();
        new TreeSet<>(withTerms).forEach(product -> usual.putIfAbsent(folded(product), product));
        found.forEach(product -> usual.putIfAbsent(folded(product), product));
        Map<String, String> alike = new LinkedHashMap<>();
        for (String product : found) {
            String other = usual.getOrDefault(folded(product), product);
            if (!withTerms.contains(product) && !other.equals(product)) {
                alike.put(product, other);
            }
        }
        return alike;
    }

    private static String folded(String product) {
        return Normalizer.normalize(product, Normalizer.Form.NFKC)
                .strip()
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }
}
