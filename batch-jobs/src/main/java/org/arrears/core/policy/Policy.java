package org.arrears.core.policy;

import java.time.ZoneId;
import java.util.Optional;

/**
 * How a lender collects: one policy file, checked.
 *
 * @param name the policy's own name
 * @param sha256 of the file's bytes, in hex; stands on every run and output
 * @param terms the calculation terms where a product has none of its own
 * @param products which have terms or names of their own
 * @param anomalies which facts that cannot be true keep a loan from being acted on
 * @param notices empty if the lender sends none
 * @param handoff empty if nothing is placed with agencies
 */
public record Policy(
        String name,
        String sha256,
        ZoneId timezone,
        Terms terms,
        BucketBy bucketBy,
        NamedRanges buckets,
        Classification classification,
        Products products,
        FilePolicy files,
        AnomalyPolicy anomalies,
        Optional<NoticePolicy> notices,
        Optional<HandoffPolicy> handoff) {

    /** Returns the terms that hold for a product. */
    public Terms termsOf(String product) {
        return products.terms().getOrDefault(product, terms);
    }
}
