package org.arrears.reference;

import java.math.BigDecimal;
import org.arrears.core.loan.Loan;
import org.arrears.core.money.Rate;
import org.arrears.core.policy.Terms;

/** The rates that hold for a loan (section 4), as fractions a year. */
record ReferenceRates(Terms.Penalty terms, int digits, BigDecimal penalty, BigDecimal compound) {

    static ReferenceRates of(Loan loan, Terms.Penalty terms) {
        BigDecimal contract = loan.annualRate().fraction();
        BigDecimal penalty =
                loan.penaltyAnnualRate().map(Rate::fraction).orElseGet(() -> contract.multiply(terms.multiple()));
        if (terms.maxAnnualRate().isPresent()) {
            penalty = penalty.min(terms.maxAnnualRate().get().fraction());
        }
        BigDecimal compound = switch (terms.compound()) {
            case NONE -> BigDecimal.ZERO;
            case PENALTY -> penalty;
            case CONTRACT -> contract;
        };
        return new ReferenceRates(terms, loan.currency().digits(), penalty, compound);
    }
}
