package org.arrears.core.loan;

import java.time.LocalDate;
import java.util.Optional;
import org.arrears.core.money.CurrencyUnit;
import org.arrears.core.money.Rate;

/**
 * A loan contract as the lender states it.
 *
 * @param contract what was lent and from when to when
 * @param annualRate the contract rate
 * @param penaltyAnnualRate the loan's own penalty rate, if the contract names one
 * @param acceleratedOn the date on which all remaining principal was called in, if it was
 * @param manualClass a class set by hand, which can only make the computed one worse
 */
public record Loan(
        String loanNo,
        String customerNo,
        String product,
        CurrencyUnit currency,
        Contract contract,
        Rate annualRate,
        Optional<Rate> penaltyAnnualRate,
        Optional<LocalDate> acceleratedOn,
        Optional<String> manualClass) {

    /** What was lent: the principal in minor units, when it was paid out and when all of it is to be paid back. */
    public record Contract(long principalMinor, LocalDate disbursedOn, LocalDate maturesOn) {

        public Contract {
            if (principalMinor < 0) {
                throw new IllegalStateException("a principal below nothing: " + principalMinor);
            }
        }
    }

    public Loan {
        if (loanNo.isEmpty() || customerNo.isEmpty()) {
            throw new IllegalStateException("a loan needs its number and its customer: " + loanNo);
        }
    }
}
