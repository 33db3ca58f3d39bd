package org.arrears.contact.render;

import java.time.LocalDate;
import org.arrears.core.money.Dues;
import org.arrears.render.PrintableValue;

/**
 * One loan of a notice. Amounts are minor units of its currency with {@code digits} decimals; its parts add up to
 * the total.
 * Before the due date ({@code dpd} 0) the parts are what falls due, and {@code oldestDueOn} is that due date.
 *
 * @param contractOn the date of the contract (disbursement)
 * @param balanceMinor all unpaid principal, due or not
 * @param penaltyAnnualRate as printed, like 10.8%; empty where no penalty applies
 * @param dailyAccrualMinor what one more day adds
 */
public record LoanLine(
        String loanNo,
        LocalDate contractOn,
        String product,
        String currency,
        int digits,
        long balanceMinor,
        Dues dues,
        long totalMinor,
        LocalDate oldestDueOn,
        int dpd,
        String penaltyAnnualRate,
        long dailyAccrualMinor) {
    public LoanLine {
        Required.text("loanNo", loanNo);
        Required.text("product", product);
        Required.currency(currency, digits);
        Required.notNegative("balance", balanceMinor);
        Required.notNegative("dpd", dpd);
        Required.notNegative("daily accrual", dailyAccrualMinor);
        long sum = dues.total();
        if (sum != totalMinor) {
            throw new IllegalArgumentException(
                    "loan " + loanNo + " of a notice: its parts add up to " + sum + ", its total is " + totalMinor);
        }
    }

    /** {@code $loan.principalMinor} of a template. */
    public long principalMinor() {
        return dues.principal();
    }

    /** {@code $loan.interestMinor} of a template. */
    public long interestMinor() {
        return dues.interest();
    }

    /** {@code $loan.feeMinor} of a template. */
    public long feeMinor() {
        return dues.fee();
    }

    /** {@code $loan.penaltyMinor} of a template. */
    public long penaltyMinor() {
        return dues.penalty();
    }

    /** {@code $loan.compoundMinor} of a template. */
    public long compoundMinor() {
        return dues.compound();
    }

    /** Returns the same loan with what its product is called. */
    public LoanLine called(String name) {
        return new LoanLine(
                loanNo,
                contractOn,
                name,
                currency,
                digits,
                balanceMinor,
                dues,
                totalMinor,
                oldestDueOn,
                dpd,
                penaltyAnnualRate,
                dailyAccrualMinor);
    }

    /** Says nothing of itself: a template or a log would show all of it. */
    @Override
    public String toString() {
        return PrintableValue.unprinted("loan");
    }
}
