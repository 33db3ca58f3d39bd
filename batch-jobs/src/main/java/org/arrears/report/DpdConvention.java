package org.arrears.report;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.arrears.core.policy.Policy;
import org.arrears.core.policy.Terms;

/** States how days past due are counted, in one sentence a product. */
final class DpdConvention {

    private DpdConvention() {}

    static Map<String, String> of(Policy policy) {
        Map<String, String> byProduct = new TreeMap<>();
        policy.products().forEach((product, terms) -> byProduct.put(product, sentence(terms.delinquency())));
        byProduct.put("*", sentence(policy.terms().delinquency()));
        return byProduct;
    }

    private static String sentence(Terms.Delinquency terms) {
        return terms.counting().name().toLowerCase(Locale.ROOT).replace('_', '-') + ", grace " + terms.graceDays()
                + " days, tolerance " + terms.tolerance().toPlainString();
    }
}
