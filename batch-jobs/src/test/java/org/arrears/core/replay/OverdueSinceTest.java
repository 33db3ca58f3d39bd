package org.arrears.core.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.arrears.core.loan.Contracts;
import org.arrears.core.loan.Installment;
import org.arrears.core.loan.Loan;
import org.arrears.core.loan.LoanFacts;
import org.arrears.core.loan.Transaction;
import org.arrears.core.money.CurrencyUnit;
import org.arrears.core.money.Rate;
import org.arrears.core.money.SomeDues;
import org.arrears.core.policy.Policy;
import org.arrears.core.policy.PolicyReader;
import org.junit.jupiter.api.Test;

/** When the present spell of being overdue began, which notices count their occurrences from. */
class OverdueSinceTest {

    private static final LocalDate FIRST = LocalDate.of(2024, 3, 1);
    private static final LocalDate SECOND = LocalDate.of(2024, 4, 1);

    @Test
    void catchingUpOnTheNextDueDateEndsTheSpell() {
        LoanFacts facts = facts(new Transaction.Payment("T1", SECOND, 10_000));
        assertEquals(Optional.of(FIRST), since(facts, SECOND.minusDays(1)));
        assertEquals(Optional.empty(), since(facts, SECOND));
        assertEquals(Optional.of(SECOND), since(facts, SECOND.plusDays(1)));
    }

    @Test
    void payingTheOldestOnlyKeepsTheSpell() {
        LoanFacts facts = facts(new Transaction.Payment("T1", SECOND.plusDays(5), 10_000));
        assertEquals(Optional.of(FIRST), since(facts, SECOND.plusDays(6)));
        assertEquals(6, assessor().assess(facts, SECOND.plusDays(6)).standing().pastDueDays());
    }

    private static Optional<LocalDate> since(LoanFacts facts, LocalDate asOf) {
        return assessor().assess(facts, asOf).standing().overdueSince();
    }

    private static LoanFacts facts(Transaction payment) {
        Loan loan = new Loan(
                "L1",
                "C1",
                "P",
                CurrencyUnit.CNY,
                Contracts.over(20_000),
                Rate.ZERO,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new LoanFacts(
                loan,
                List.of(
                        new Installment(1, FIRST, SomeDues.owed(10_000, 0, 0)),
                        new Installment(2, SECOND, SomeDues.owed(10_000, 0, 0))),
                List.of(payment));
    }

    private static Assessor assessor() {
        String yaml = "policy: p\npenalty: { multiple: 1.5 }\nbuckets: { ranges: { M0: 0, M1: 1+ } }\n";
        Policy policy = PolicyReader.read(yaml.getBytes(StandardCharsets.UTF_8), "p.yaml")
                .match((valid, warnings) -> valid, errors -> {
                    throw new IllegalStateException(errors.toString());
                });
        return new Assessor(policy, Set.of(), Set.of());
    }
}
