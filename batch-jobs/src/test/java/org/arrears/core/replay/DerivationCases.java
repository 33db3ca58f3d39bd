package org.arrears.core.replay;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.arrears.core.loan.Contracts;
import org.arrears.core.loan.Installment;
import org.arrears.core.loan.Loan;
import org.arrears.core.loan.LoanFacts;
import org.arrears.core.loan.Transaction;
import org.arrears.core.loan.Transaction.Payment;
import org.arrears.core.loan.Transaction.Reversal;
import org.arrears.core.loan.Transaction.Waiver;
import org.arrears.core.money.Component;
import org.arrears.core.money.CurrencyUnit;
import org.arrears.core.money.Rate;
import org.arrears.core.money.SomeDues;
import org.arrears.core.policy.Policy;
import org.arrears.core.policy.PolicyReader;

/** Draws loans, policies and business dates for the properties of derivations. */
public final class DerivationCases {

    /** One draw, ready to be explained. */
    public record Case(long seed, Assessor assessor, LoanFacts facts, LocalDate asOf) {
        public Derivation explained() {
            return assessor.explain(facts, asOf);
        }
    }

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 28);
    private static final List<CurrencyUnit> CURRENCIES =
            List.of(CurrencyUnit.CNY, new CurrencyUnit("JPY", 0), new CurrencyUnit("KWD", 3));

    private final SplittableRandom random;
    private final long seed;

    private DerivationCases(long seed) {
        this.seed = seed;
        this.random = new SplittableRandom(seed);
    }

    public static Case draw(long seed) {
        return new DerivationCases(seed).draw();
    }

    /** The policy that a text is. */
    public static Policy policy(String yaml) {
        return PolicyReader.read(yaml.getBytes(StandardCharsets.UTF_8), "policy.yaml")
                .match((policy, warnings) -> policy, errors -> {
                    throw new AssertionError(errors + "\n" + yaml);
                });
    }

    private Case draw() {
        Set<LocalDate> holidays = Set.of(FIRST.plusDays(random.nextInt(40)), FIRST.plusDays(40 + random.nextInt(60)));
        Assessor assessor = new Assessor(policy(yaml()), holidays, Set.of(FIRST.plusDays(random.nextInt(60))));
        List<Installment> schedule = schedule();
        Loan loan = new Loan(
                "L" + seed,
                "C1",
                pick(List.of("CARD", "LOAN")),
                pick(CURRENCIES),
                Contracts.keptBy(schedule),
                Rate.parse(pick(List.of("0", "0.036", "0.0825", "0.18"))).orElseThrow(),
                random.nextInt(4) == 0 ? Rate.parse("0.2") : Optional.empty(),
                random.nextInt(4) == 0 ? Optional.of(day(200)) : Optional.empty(),
                random.nextInt(4) == 0 ? Optional.of(pick(List.of("可疑", "关注", "odd"))) : Optional.empty());
        LoanFacts facts = new LoanFacts(loan, schedule, transactions());
        return new Case(seed, assessor, facts, day(260));
    }

    private List<Installment> schedule() {
        List<Installment> schedule = new ArrayList<>();
        int count = 1 + random.nextInt(6);
        for (int seq = 1; seq <= count; seq++) {
            LocalDate due =
                    FIRST.plusMonths(random.nextInt(6) == 0 ? 1 : seq - 1L).plusDays(random.nextInt(3));
            schedule.add(new Installment(seq, due, SomeDues.owed(amount(9), amount(3), amount(2))));
        }
        return schedule;
    }

    private List<Transaction> transactions() {
        List<Transaction> all = new ArrayList<>();
        int count = random.nextInt(9);
        for (int i = 0; i < count; i++) {
            String txnNo = "T" + i;
            LocalDate on = day(240);
            long amount = 1 + random.nextInt(3) * 50_000L + random.nextInt(40_000);
            switch (random.nextInt(6)) {
                case 0, 1, 2 -> all.add(new Payment(txnNo, on, amount));
                case 3, 4 -> all.add(new Waiver(txnNo, on, 1 + amount / 40, pick(List.of(Component.values()))));
                default -> all.add(new Reversal(txnNo, on, amount, "T" + random.nextInt(count + 1)));
            }
        }
        return all;
    }

    private String yaml() {
        boolean onInterestToo = random.nextInt(4) == 0;
        String grace = pick(
                List.of("{ mode: none, days: 0 }", "{ mode: retroactive, days: 5 }", "{ mode: deferred, days: 4 }"));
        return """
                policy: drawn
                due-dates: { roll: %s }
                penalty:
                  multiple: %s
                  %s
                  basis: %s
                  compound: %s
                  day-count: %s
                  grace: %s
                allocation:
                  order: %s
                  components: %s
                  from-dpd: [%s]
                delinquency: { counting: %s, grace-days: %s, tolerance: %s }
                buckets: { by: %s, ranges: { M0: 0, M1: 1-30, M2: 31-60, M3: 61+ } }
                products:
                  CARD: { penalty: { multiple: 1.3 } }
                """.formatted(
                pick(List.of("none", "following", "modified-following", "preceding")),
                pick(List.of("1.3", "1.5", "1.45")),
                random.nextBoolean() ? "max-annual-rate: 0.24" : "",
                onInterestToo ? "principal+interest" : "principal",
                onInterestToo ? "none" : pick(List.of("none", "penalty", "contract")),
                pick(List.of("ACT/360", "ACT/365F", "30E/360")),
                grace,
                pick(List.of("installment-first", "component-first")),
                pick(List.of(
                        "[fee, penalty, compound, interest, principal]",
                        "[interest, principal, penalty, compound, fee]")),
                random.nextBoolean() ? "{ dpd: 31, components: [principal, interest, compound, penalty, fee] }" : "",
                pick(List.of("exclude-due-date", "include-due-date")),
                pick(List.of("0", "3")),
                pick(List.of("0", "500")),
                pick(List.of("dpd", "missed-installments")));
    }

    private long amount(int digits) {
        return random.nextInt(5) == 0 ? 0 : random.nextLong((long) Math.pow(10, random.nextInt(1, digits)));
    }

    private LocalDate day(int within) {
        return FIRST.plusDays(random.nextInt(within));
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
