package org.arrears.compare;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.arrears.core.money.Component;
import org.arrears.core.policy.NamedRanges;
import org.arrears.core.policy.Policy;
import org.arrears.core.policy.Terms;

/** Spells out what a policy says of the figures: values by their path in the file, in the order of the manual. */
final class TermPaths {

    private final Map<String, String> values = new LinkedHashMap<>();

    private TermPaths() {}

    /** The terms that one product is assessed under. */
    static Map<String, String> of(Terms terms) {
        TermPaths paths = new TermPaths();
        paths.dueDates(terms.dueDates());
        paths.penalty(terms.penalty());
        paths.allocation(terms.allocation());
        paths.delinquency(terms.delinquency());
        return paths.values;
    }

    /** The buckets and classes, which are the same for all products. */
    static Map<String, String> ofRanges(Policy policy) {
        TermPaths paths = new TermPaths();
        paths.word("buckets.by", policy.bucketBy());
        paths.ranges("buckets.ranges.", policy.buckets());
        paths.values.put("classification.scheme", policy.classification().scheme());
        paths.ranges("classification.ranges.", policy.classification().classes());
        return paths.values;
    }

    private void dueDates(Terms.DueDates terms) {
        word("due-dates.roll", terms.roll());
        String weekend =
                terms.weekend().stream().sorted().map(TermPaths::lower).collect(Collectors.joining(", ", "[", "]"));
        values.put("due-dates.weekend", weekend);
    }

    private void penalty(Terms.Penalty terms) {
        number("penalty.multiple", terms.multiple());
        terms.maxAnnualRate().ifPresent(max -> number("penalty.max-annual-rate", max.fraction()));
        values.put("penalty.basis", terms.basis().code());
        word("penalty.compound", terms.compound());
        values.put("penalty.day-count", terms.dayCount().code());
        word("penalty.grace.mode", terms.grace().mode());
        values.put("penalty.grace.days", Integer.toString(terms.grace().days()));
    }

    private void allocation(Terms.Allocation terms) {
        word("allocation.order", terms.order());
        values.put("allocation.components", codes(terms.components()));
        terms.fromDpd().forEach(from -> values.put("allocation.from-dpd." + from.dpd(), codes(from.components())));
    }

    private void delinquency(Terms.Delinquency terms) {
        word("delinquency.counting", terms.counting());
        values.put("delinquency.grace-days", Integer.toString(terms.graceDays()));
        number("delinquency.tolerance", terms.tolerance());
    }

    private void ranges(String prefix, NamedRanges ranges) {
        ranges.ranges()
                .forEach(
                        named -> values.put(prefix + named.name(), named.range().toString()));
    }

    private void number(String path, BigDecimal value) {
        values.put(path, value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString());
    }

    private void word(String path, Enum<?> value) {
        values.put(path, lower(value));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String codes(Iterable<Component> components) {
        StringBuilder codes = new StringBuilder("[");
        for (Component component : components) {
            codes.append(codes.length() == 1 ? "" : ", ").append(component.code());
        }
        return codes.append(']').toString();
    }
}
