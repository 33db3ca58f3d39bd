package org.arrears.core.policy;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a policy file strictly: every key is known, every value checked, every error reported with its line. */
public final class PolicyReader {

    private static final ValueKind<String> PRODUCT = ValueKind.line(40);

    private PolicyReader() {}

    /**
     * Reads a policy.
     *
     * @param yaml the bytes of the file
     * @param fileName for messages
     */
    public static PolicyReading read(byte[] yaml, String fileName) {
        PolicyIssues issues = new PolicyIssues(fileName);
        Optional<Policy> policy = PolicyText.of(yaml, issues)
                .flatMap(text -> YamlTree.of(text, issues, "a policy"))
                .map(node -> policy(YamlSection.top(node, issues), sha256(yaml)));
        List<PolicyIssue> errors = issues.errors();
        return policy.isPresent() && errors.isEmpty()
                ? new PolicyReading.Valid(policy.get(), issues.warnings())
                : new PolicyReading.Invalid(errors);
    }

    static Policy policy(YamlSection top, String sha256) {
        String name = top.require("policy", ValueKind.policyName(), "");
        ZoneId timezone = PolicyKeys.TIMEZONE.read(top);
        Terms terms = TermsReader.read(top);
        Policy policy = new Policy(
                name,
                sha256,
                timezone,
                terms,
                PolicyKeys.BUCKETS_BY.read(top),
                PolicyKeys.BUCKETS_RANGES.read(top),
                PolicyKeys.CLASSIFICATION.read(top),
                new Products(products(top), PolicyKeys.PRODUCT_NAMES.read(top)),
                PolicyKeys.FILES.read(top),
                PolicyKeys.ANOMALIES.read(top),
                PolicyKeys.NOTICES.read(top),
                PolicyKeys.HANDOFF.read(top));
        top.refuseUnknownKeys();
        return policy;
    }

    private static Map<String, Terms> products(YamlSection top) {
        YamlSection products = top.child("products");
        Map<String, Terms> terms = new LinkedHashMap<>();
        for (String product : products.names()) {
            products.checkKey(product, PRODUCT);
            terms.put(product, TermsReader.read(products.childOver(product, Optional.of(top))));
        }
        return terms;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
