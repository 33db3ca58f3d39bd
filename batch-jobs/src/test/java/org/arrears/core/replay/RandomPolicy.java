package org.arrears.core.replay;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
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

/** Draws policies: every convention that the policy file knows, in every combination it allows. */
final class RandomPolicy {

    /** The product for which drawn policies may have terms of its own. */
    static final String OWN_PRODUCT = "own";

    private final SplittableRandom random;

    RandomPolicy(SplittableRandom random) {
        this.random = random;
    }

    Policy draw() {
        Terms terms = terms();
        return new Policy(
                "drawn",
                "0".repeat(64),
                ZoneOffset.UTC,
                terms,
                oneOf(BucketBy.values()),
                ranges("M", 1 + random.nextInt(7)),
                new Classification("drawn", "own", ranges("C", 1 + random.nextInt(5))),
                random.nextBoolean() ? new Products(Map.of(OWN_PRODUCT, terms()), Map.of()) : Products.NONE,
                new FilePolicy(StandardCharsets.UTF_8, RejectBudget.DEFAULT, List.of()),
                AnomalyPolicy.DEFAULT,
                Optional.empty(),
                Optional.empty());
    }

    Terms terms() {
        return new Terms(
                new Terms.DueDates(oneOf(RollRule.values()), weekend()),
                penalty(),
                allocation(),
                new Terms.Delinquency(
                        oneOf(Terms.Counting.values()),
                        random.nextInt(3) == 0 ? random.nextInt(10) : 0,
                        new BigDecimal(pick("0", "0", "0", "10", "0.5", "0.005", "123.45", "100000"))));
    }

    private Set<DayOfWeek> weekend() {
        return switch (random.nextInt(5)) {
            case 0 -> Set.of();
            case 1 -> Set.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY);
            case 2 -> Set.of(DayOfWeek.SUNDAY);
            default -> Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        };
    }

    private Terms.Penalty penalty() {
        Terms.Basis basis = oneOf(Terms.Basis.values());
        Terms.Compound compound = basis == Terms.Basis.PRINCIPAL ? oneOf(Terms.Compound.values()) : Terms.Compound.NONE;
        Terms.GraceMode mode = oneOf(Terms.GraceMode.values());
        return new Terms.Penalty(
                new BigDecimal(pick("1", "1.3", "1.4", "1.5", "2", "1.2345", "0")),
                random.nextInt(3) == 0 ? Rate.parse(pick("0.24", "0.1", "0.00000001")) : Optional.empty(),
                basis,
                compound,
                oneOf(DayCount.values()),
                new Terms.Grace(mode, mode == Terms.GraceMode.NONE ? 0 : random.nextInt(20)));
    }

    private Terms.Allocation allocation() {
        List<Terms.FromDpd> later = new ArrayList<>();
        int steps = Math.max(0, random.nextInt(5) - 2);
        for (int i = 0; i < steps; i++) {
            later.add(new Terms.FromDpd(Integer.parseInt(pick("1", "5", "31", "61", "91")), components()));
        }
        return new Terms.Allocation(oneOf(Terms.Order.values()), components(), later);
    }

    private List<Component> components() {
        List<Component> left = new ArrayList<>(List.of(Component.values()));
        List<Component> order = new ArrayList<>();
        while (!left.isEmpty()) {
            order.add(left.remove(random.nextInt(left.size())));
        }
        return order;
    }

    private NamedRanges ranges(String prefix, int count) {
        List<NamedRanges.Named> ranges = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < count - 1; i++) {
            int to = from + random.nextInt(i == 0 ? 3 : 60);
            ranges.add(new NamedRanges.Named(prefix + i, new DayRange(from, to)));
            from = to + 1;
        }
        ranges.add(new NamedRanges.Named(prefix + (count - 1), new DayRange(from, DayRange.OPEN)));
        return new NamedRanges(ranges);
    }

    private <T> T oneOf(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private String pick(String... values) {
        return oneOf(values);
    }
}
