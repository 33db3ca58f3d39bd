package org.arrears.core.replay;

import java.util.function.Function;
import org.arrears.core.policy.Terms;

/**
 * The calculation terms of a loan's product beside the policy's own.
 *
 * @param terms what holds for the product
 * @param general what holds where a product has none of its own
 */
public record TermsInForce(String product, Terms terms, Terms general) {

    /** Who set a term. */
    public enum Origin {
        POLICY("policy"),
        /** Another value for this product. */
        PRODUCT("product");

        private final String code;

        Origin(String code) {
            this.code = code;
        }

        /** The code in files. */
        public String code() {
            return code;
        }
    }

    /** Says whether a term is the policy's own, or another one for this product. */
    public <T> Origin origin(Function<Terms, T> term) {
        return term.apply(terms).equals(term.apply(general)) ? Origin.POLICY : Origin.PRODUCT;
    }
}
