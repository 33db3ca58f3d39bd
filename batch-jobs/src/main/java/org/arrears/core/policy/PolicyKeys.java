package org.arrears.core.policy;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys that are the same for all products: those that figures depend on, and the sections that none does. */
public final class PolicyKeys {

    static final PolicyKey<Policy, BucketBy> BUCKETS_BY = PolicyKey.simple(
            "buckets.by",
            "by",
            (section, key) -> section.get(key, ValueKind.choice(BucketBy.values()), BucketBy.DPD),
            Policy::bucketBy,
            TermKeys::lower);

    static final PolicyKey<Policy, NamedRanges> BUCKETS_RANGES = new PolicyKey<>(
            "buckets.ranges",
            "range",
            (section, key) -> RangesReader.read(section),
            Policy::buckets,
            buckets -> ranges("", buckets));

    static final PolicyKey<Policy, Classification> CLASSIFICATION = new PolicyKey<>(
            "classification",
            "scheme",
            (section, key) -> ClassificationReader.read(section.child(key)),
            Policy::classification,
            PolicyKeys::classification);

    /** What buckets and classes depend on. */
    public static final List<PolicyKey<Policy, ?>> FIGURES = List.of(BUCKETS_BY, BUCKETS_RANGES, CLASSIFICATION);

    static final PolicySection<ZoneId> TIMEZONE = new PolicySection<>(
            "timezone", top -> top.get("timezone", ValueKind.zone(), ZoneId.of("Asia/Shanghai")), Policy::timezone);

    /** Read after the terms of the products. */
    static final PolicySection<Map<String, ProductName>> PRODUCT_NAMES = new PolicySection<>(
            "products.name",
            top -> ProductNameReader.read(top.child("products")),
            policy -> policy.products().names());

    static final PolicySection<FilePolicy> FILES =
            new PolicySection<>("files", top -> FilesReader.read(top.child("files")), Policy::files);

    static final PolicySection<AnomalyPolicy> ANOMALIES =
            new PolicySection<>("anomalies", top -> AnomaliesReader.read(top.child("anomalies")), Policy::anomalies);

    static final PolicySection<Optional<NoticePolicy>> NOTICES =
            new PolicySection<>("notices", top -> top.optional("notices").map(NoticesReader::read), Policy::notices);

    static final PolicySection<Optional<HandoffPolicy>> HANDOFF =
            new PolicySection<>("handoff", top -> top.optional("handoff").map(HandoffReader::read), Policy::handoff);

    /** What no figure depends on. */
    public static final List<PolicySection<?>> ELSEWHERE =
            List.of(TIMEZONE, PRODUCT_NAMES, FILES, ANOMALIES, NOTICES, HANDOFF);

    private PolicyKeys() {}

    private static Map<String, String> ranges(String prefix, NamedRanges ranges) {
        Map<String, String> parts = new LinkedHashMap<>();
        ranges.ranges()
                .forEach(named -> parts.put(prefix + named.name(), named.range().toString()));
        return parts;
    }

    private static Map<String, String> classification(Classification classification) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("scheme", classification.scheme());
        parts.putAll(ranges("ranges.", classification.classes()));
        return parts;
    }
}
