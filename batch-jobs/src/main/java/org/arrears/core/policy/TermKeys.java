package org.arrears.core.policy;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.arrears.core.calendar.DayCount;
import org.arrears.core.calendar.RollRule;
import org.arrears.core.money.Component;
import org.arrears.core.money.Rate;
import org.arrears.core.policy.Terms.Basis;
import org.arrears.core.policy.Terms.Compound;
import org.arrears.core.policy.Terms.Counting;
import org.arrears.core.policy.Terms.FromDpd;
import org.arrears.core.policy.Terms.GraceMode;
import org.arrears.core.policy.Terms.Order;

/** The keys of the calculation terms, which a product may override, in the order of the manual. */
public final class TermKeys {

    static final PolicyKey<Terms, RollRule> ROLL = word(
            "due-dates.roll", "roll", RollRule.NONE, terms -> terms.dueDates().roll());

    static final PolicyKey<Terms, Set<DayOfWeek>> WEEKEND = PolicyKey.simple(
            "due-dates.weekend",
            "weekend",
            TermsReader::weekend,
            terms -> terms.dueDates().weekend(),
            days -> days.stream().sorted().map(TermKeys::lower).collect(Collectors.joining(", ", "[", "]")));

    static final PolicyKey<Terms, BigDecimal> MULTIPLE = PolicyKey.simple(
            "penalty.multiple",
            "multiple",
            (section, key) -> section.require(key, ValueKind.multiple(), PenaltyReader.USUAL_TO),
            terms -> terms.penalty().multiple(),
            TermKeys::plain);

    static final PolicyKey<Terms, Optional<Rate>> MAX_ANNUAL_RATE = new PolicyKey<>(
            "penalty.max-annual-rate",
            "max_annual_rate",
            (section, key) -> section.find(key, ValueKind.rate()),
            terms -> terms.penalty().maxAnnualRate(),
            rate -> rate.map(max -> Map.of("", plain(max.fraction()))).orElse(Map.of()));

    static final PolicyKey<Terms, Basis> BASIS = code(
            "penalty.basis",
            "basis",
            Basis.PRINCIPAL,
            Basis::code,
            terms -> terms.penalty().basis());

    static final PolicyKey<Terms, Compound> COMPOUND = word(
            "penalty.compound",
            "compound",
            Compound.PENALTY,
            terms -> terms.penalty().compound());

    static final PolicyKey<Terms, DayCount> DAY_COUNT = code(
            "penalty.day-count",
            "day_count",
            DayCount.ACT_360,
            DayCount::code,
            terms -> terms.penalty().dayCount());

    static final PolicyKey<Terms, GraceMode> GRACE_MODE = word(
            "penalty.grace.mode",
            "grace_mode",
            GraceMode.NONE,
            terms -> terms.penalty().grace().mode());

    static final PolicyKey<Terms, Integer> GRACE_DAYS = days(
            "penalty.grace.days", "grace_days", terms -> terms.penalty().grace().days());

    static final PolicyKey<Terms, Order> ORDER = word(
            "allocation.order",
            "order",
            Order.INSTALLMENT_FIRST,
            terms -> terms.allocation().order());

    static final PolicyKey<Terms, List<Component>> COMPONENTS = PolicyKey.simple(
            "allocation.components",
            "components",
            AllocationReader::components,
            terms -> terms.allocation().components(),
            TermKeys::codes);

    static final PolicyKey<Terms, List<FromDpd>> FROM_DPD = new PolicyKey<>(
            "allocation.from-dpd",
            "from_dpd",
            AllocationReader::fromDpd,
            terms -> terms.allocation().fromDpd(),
            TermKeys::thresholds);

    static final PolicyKey<Terms, Counting> COUNTING = word(
            "delinquency.counting",
            "counting",
            Counting.EXCLUDE_DUE_DATE,
            terms -> terms.delinquency().counting());

    static final PolicyKey<Terms, Integer> DPD_GRACE_DAYS = days(
            "delinquency.grace-days",
            "dpd_grace_days",
            terms -> terms.delinquency().graceDays());

    static final PolicyKey<Terms, BigDecimal> TOLERANCE = PolicyKey.simple(
            "delinquency.tolerance",
            "tolerance",
            (section, key) -> section.get(key, ValueKind.amount(), new BigDecimal("0.00")),
            terms -> terms.delinquency().tolerance(),
            TermKeys::plain);

    /** All of them. */
    public static final List<PolicyKey<Terms, ?>> ALL = List.of(
            ROLL,
            WEEKEND,
            MULTIPLE,
            MAX_ANNUAL_RATE,
            BASIS,
            COMPOUND,
            DAY_COUNT,
            GRACE_MODE,
            GRACE_DAYS,
            ORDER,
            COMPONENTS,
            FROM_DPD,
            COUNTING,
            DPD_GRACE_DAYS,
            TOLERANCE);

    private TermKeys() {}

    private static <E extends Enum<E>> PolicyKey<Terms, E> word(
            String path, String field, E fallback, Function<Terms, E> of) {
        return code(path, field, fallback, TermKeys::lower, of);
    }

    private static <E extends Enum<E>> PolicyKey<Terms, E> code(
            String path, String field, E fallback, Function<E, String> code, Function<Terms, E> of) {
        ValueKind<E> kind = ValueKind.choice(fallback.getDeclaringClass().getEnumConstants(), code);
        return PolicyKey.simple(path, field, (section, key) -> section.get(key, kind, fallback), of, code);
    }

    private static PolicyKey<Terms, Integer> days(String path, String field, Function<Terms, Integer> of) {
        ValueKind<Integer> kind = ValueKind.whole(0, 365);
        return PolicyKey.simple(
                path, field, (section, key) -> section.get(key, kind, 0), of, days -> Integer.toString(days));
    }

    private static Map<String, String> thresholds(List<FromDpd> thresholds) {
        Map<String, String> parts = new LinkedHashMap<>();
        thresholds.stream()
                .sorted(Comparator.comparingInt(FromDpd::dpd))
                .forEach(from -> parts.put(Integer.toString(from.dpd()), codes(from.components())));
        return parts;
    }

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String codes(List<Component> components) {
        return components.stream().map(Component::code).collect(Collectors.joining(", ", "[", "]"));
    }
}
