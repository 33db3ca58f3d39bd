package org.arrears.core.replay;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.arrears.core.calendar.DayCount;
import org.arrears.core.calendar.RollRule;
import org.arrears.core.money.Component;
import org.arrears.core.money.Rate;
import org.arrears.core.policy.AnomalyPolicy;
import org.arrears.core.policy.BucketBy;
import org.arrears.core.policy.Classification;
import org.arrears.core.policy.DayRange;
import org.arrears.core.policy.FilePolicy;
import org.arrears.core.policy.NamedRanges;
import org.arrears.core.policy.Policy;
import org.arrears.core.policy.Products;
import org.arrears.core.policy.RejectBudget;
import org.arrears.core.policy.Terms;

/**
 * A policy in one cell of a table: {@code grace=retroactive:5 order=component-first}.
 *
 * <p>Unless said otherwise: no rolling, multiple 1, basis principal, no compound, ACT/360, no grace, installment first,
 * fee before penalty, compound, interest and principal; buckets M0 to M7+; classes of the scheme cn-2023.
 */
record PolicyText(Map<String, String> words) {

    private static final String DEFAULT = "default";
    private static final String BUCKETS = "M0:0 M1:1-30 M2:31-60 M3:61-90 M4:91-120 M5:121-150 M6:151-180 M7+:181+";
    private static final String MISSED = "M0:0 M1:1 M2:2 M3:3+";
    private static final Map<String, String> SCHEMES = Map.of(
            "cn-2023", "正常:0 关注:1-90 次级:91-270 可疑:271-360 损失:361+",
            "cn-card-2011", "正常:0 关注:1-90 次级:91-120 可疑:121-180 损失:181+",
            "rbi", "standard:0 SMA-0:1-30 SMA-1:31-60 SMA-2:61-90 NPA:91+");

    static PolicyText of(String cell) {
        Map<String, String> words = new HashMap<>();
        for (String word : cell.isBlank() || cell.equals(DEFAULT)
                ? new String[0]
                : cell.trim().split(" +", -1)) {
            int equals = word.indexOf('=');
            words.put(word.substring(0, equals), word.substring(equals + 1));
        }
        return new PolicyText(words);
    }

    Policy policy() {
        String scheme = words.getOrDefault("scheme", "cn-2023");
        BucketBy by = choice(BucketBy.class, "bucket-by", "dpd");
        return new Policy(
                "table",
                "0".repeat(64),
                ZoneOffset.UTC,
                terms(),
                by,
                ranges(by == BucketBy.DPD ? BUCKETS : MISSED),
                new Classification(
                        scheme,
                        "spec",
                        ranges(Optional.ofNullable(SCHEMES.get(scheme)).orElseThrow())),
                Products.NONE,
                new FilePolicy(StandardCharsets.UTF_8, RejectBudget.DEFAULT, List.of()),
                AnomalyPolicy.DEFAULT,
                Optional.empty(),
                Optional.empty());
    }

    Set<LocalDate> dates(String key) {
        return split(words.getOrDefault(key, "")).stream().map(LocalDate::parse).collect(Collectors.toSet());
    }

    private Terms terms() {
        String[] grace = words.getOrDefault("grace", "none:0").split(":", -1);
        return new Terms(
                new Terms.DueDates(
                        choice(RollRule.class, "roll", "none"), Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)),
                new Terms.Penalty(
                        new BigDecimal(words.getOrDefault("multiple", "1")),
                        Optional.ofNullable(words.get("max"))
                                .map(max -> Rate.parse(max).orElseThrow()),
                        choice(Terms.Basis.class, "basis", "principal"),
                        choice(Terms.Compound.class, "compound", "none"),
                        dayCount(words.getOrDefault("days", "ACT/360")),
                        new Terms.Grace(
                                Terms.GraceMode.valueOf(grace[0].toUpperCase(Locale.ROOT)),
                                Integer.parseInt(grace[1]))),
                allocation(),
                new Terms.Delinquency(
                        choice(Terms.Counting.class, "counting", "exclude-due-date"),
                        Integer.parseInt(words.getOrDefault("grace-days", "0")),
                        new BigDecimal(words.getOrDefault("tolerance", "0"))));
    }

    private Terms.Allocation allocation() {
        List<Terms.FromDpd> later = new ArrayList<>();
        for (String from : words.getOrDefault("from", "").split(";", -1)) {
            if (!from.isEmpty()) {
                int colon = from.indexOf(':');
                later.add(new Terms.FromDpd(
                        Integer.parseInt(from.substring(0, colon)), components(from.substring(colon + 1))));
            }
        }
        return new Terms.Allocation(
                choice(Terms.Order.class, "order", "installment-first"),
                components(words.getOrDefault("components", "fee,penalty,compound,interest,principal")),
                later);
    }

    /** The components named, in their order, then the others. */
    private static List<Component> components(String text) {
        List<Component> order = new ArrayList<>();
        split(text).forEach(name -> order.add(Component.valueOf(name.toUpperCase(Locale.ROOT))));
        for (Component component : Component.values()) {
            if (!order.contains(component)) {
                order.add(component);
            }
        }
        return order;
    }

    private static DayCount dayCount(String code) {
        return Arrays.stream(DayCount.values())
                .filter(count -> count.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private <E extends Enum<E>> E choice(Class<E> type, String key, String otherwise) {
        String name = words.getOrDefault(key, otherwise).toUpperCase(Locale.ROOT);
        return Enum.valueOf(type, name.replace("+", "_AND_").replace('-', '_'));
    }

    private static NamedRanges ranges(String text) {
        return new NamedRanges(Arrays.stream(text.split(" ", -1))
                .map(range -> range.split(":", -1))
                .map(range ->
                        new NamedRanges.Named(range[0], DayRange.parse(range[1]).orElseThrow()))
                .toList());
    }

    private static List<String> split(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(",", -1));
    }
}
