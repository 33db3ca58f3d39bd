package org.arrears.publish;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.arrears.core.policy.Policy;
import org.arrears.core.policy.PolicyKey;
import org.arrears.core.policy.TermKeys;
import org.arrears.core.policy.Terms;

/** States how days past due are counted, in one sentence a product. */
final class DpdConvention {

    private static final String SECTION = "delinquency.";

    private DpdConvention() {}

    static Map<String, String> of(Policy policy) {
        Map<String, String> byProduct = new TreeMap<>();
        policy.products().terms().forEach((product, terms) -> byProduct.put(product, sentence(terms)));
        byProduct.put("*", sentence(policy.terms()));
        return byProduct;
    }

    private static String sentence(Terms terms) {
        return TermKeys.ALL.stream()
                .filter(key -> key.path().startsWith(SECTION))
                .map(key -> phrase(key, terms))
                .collect(Collectors.joining(", "));
    }

    /** A key without words of its own is said by its name. */
    private static String phrase(PolicyKey<Terms, ?> key, Terms terms) {
        String name = key.path().substring(SECTION.length());
        return switch (name) {
            case "counting" -> key.shown(terms);
            case "grace-days" -> "grace " + key.shown(terms) + " days";
            case "tolerance" -> "tolerance " + terms.delinquency().tolerance().toPlainString();
            default -> name + " " + key.shown(terms);
        };
    }
}
