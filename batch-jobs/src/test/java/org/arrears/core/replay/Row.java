package org.arrears.core.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.arrears.core.loan.LoanFacts;
import org.arrears.reference.ReferenceCalculation;

/** One row of a table: a policy, a loan, a date, and what section 8 must say; checks replay and reference both. */
record Row(String policy, String loan, String asOf, String expected) {

    void check() {
        Assessment assessed = assess();
        Map<String, String> actual = told(assessed);
        Map<String, String> asked = new LinkedHashMap<>();
        Map<String, String> found = new LinkedHashMap<>();
        for (String word : expected.trim().split(" +", -1)) {
            int equals = word.indexOf('=');
            String key = word.substring(0, equals);
            asked.put(key, word.substring(equals + 1));
            found.put(key, actual.getOrDefault(key, "no such field"));
        }
        assertEquals(asked, found);
        PolicyText terms = PolicyText.of(policy);
        assertEquals(
                new ReferenceCalculation(
                                terms.policy(), terms.dates("holidays"), terms.dates("workdays"), facts(), day())
                        .assess(),
                AssessmentInMajorUnits.of(assessed),
                "the reference says otherwise");
    }

    Assessment assess() {
        PolicyText terms = PolicyText.of(policy);
        return new Assessor(terms.policy(), terms.dates("holidays"), terms.dates("workdays")).assess(facts(), day());
    }

    private LoanFacts facts() {
        return LoanText.facts(loan);
    }

    private LocalDate day() {
        return LocalDate.parse(asOf.trim());
    }

    private static Map<String, String> told(Assessment assessed) {
        var currency = assessed.loan().currency();
        Assessment.Amounts amounts = assessed.amounts();
        Map<String, String> told = new LinkedHashMap<>();
        told.put("past_due_days", Integer.toString(assessed.standing().pastDueDays()));
        told.put("dpd", Integer.toString(assessed.standing().dpd()));
        told.put("bucket", assessed.standing().bucket());
        told.put("classification", assessed.standing().classification());
        told.put("oldest_due_on", date(assessed.standing().oldestDueOn()));
        told.put("overdue_since", date(assessed.standing().overdueSince()));
        told.put("missed_installments", Integer.toString(assessed.standing().missedInstallments()));
        told.put("overdue_principal", currency.format(amounts.overdue().principal()));
        told.put("overdue_interest", currency.format(amounts.overdue().interest()));
        told.put("overdue_fee", currency.format(amounts.overdue().fee()));
        told.put("penalty", currency.format(amounts.overdue().penalty()));
        told.put("compound", currency.format(amounts.overdue().compound()));
        told.put("total_overdue", currency.format(amounts.overdue().total()));
        told.put("principal_balance", currency.format(amounts.principalBalance()));
        told.put("held_credit", currency.format(amounts.heldCredit()));
        told.put("daily_accrual", currency.format(amounts.dailyAccrual()));
        told.put("penalty_annual_rate", assessed.penaltyAnnualRate().toString());
        told.put("last_payment_on", date(assessed.lastPaymentOn()));
        told.put("stable_through", assessed.stableThrough().toString());
        told.put("anomalies", anomalies(assessed));
        return told;
    }

    private static String anomalies(Assessment assessed) {
        String told = assessed.anomalies().stream()
                .map(anomaly -> anomaly.kind().code() + ":" + anomaly.subject())
                .collect(Collectors.joining(","));
        return told.isEmpty() ? "none" : told;
    }

    private static String date(Optional<LocalDate> date) {
        return date.map(LocalDate::toString).orElse("none");
    }
}
