package org.arrears.sample;

import java.time.LocalDate;
import java.util.Optional;

/** One loan as the lender's core system keeps it; the penalty rate is 0 and the class empty where it has none. */
record Loan(
        int index,
        int customer,
        Plan plan,
        LoanStatus status,
        int penaltyBasisPoints,
        Optional<LocalDate> acceleratedOn,
        String manualClass) {
    private static final long FIRST_NUMBER = 2_026_000_001L;

    Loan {
        if (index < 0 || customer < 0) {
            throw new IllegalStateException("no loan has index " + index + " and customer " + customer);
        }
    }

    static Loan plain(int index, int customer, Plan plan) {
        return new Loan(index, customer, plan, LoanStatus.ACTIVE, 0, Optional.empty(), "");
    }

    static long number(int index) {
        return FIRST_NUMBER + index;
    }

    Loan numbered(int newIndex, int newCustomer) {
        return new Loan(newIndex, newCustomer, plan, status, penaltyBasisPoints, acceleratedOn, manualClass);
    }

    Loan withStatus(LoanStatus value) {
        return new Loan(index, customer, plan, value, penaltyBasisPoints, acceleratedOn, manualClass);
    }

    Loan withPenalty(int basisPoints) {
        return new Loan(index, customer, plan, status, basisPoints, acceleratedOn, manualClass);
    }

    Loan withManualClass(String value) {
        return new Loan(index, customer, plan, status, penaltyBasisPoints, acceleratedOn, value);
    }

    Loan acceleratedOn(LocalDate day) {
        return new Loan(index, customer, plan, status, penaltyBasisPoints, Optional.of(day), manualClass);
    }
}
