package org.arrears.core.loan;

import java.time.LocalDate;
import java.util.List;

/** All that is known of one loan: contract, schedule and transactions, in no particular order. */
public record LoanFacts(Loan loan, List<Installment> schedule, List<Transaction> transactions) {

    public LoanFacts {
        schedule = List.copyOf(schedule);
        transactions = List.copyOf(transactions);
    }

    /** Returns these facts without those dated after a day. */
    public LoanFacts knownOn(LocalDate day) {
        Loan known = new Loan(
                loan.loanNo(),
                loan.customerNo(),
                loan.product(),
                loan.currency(),
                loan.annualRate(),
                loan.penaltyAnnualRate(),
                loan.acceleratedOn().filter(on -> !on.isAfter(day)),
                loan.manualClass());
        return new LoanFacts(
                known,
                schedule,
                transactions.stream()
                        .filter(transaction -> !transaction.valueOn().isAfter(day))
                        .toList());
    }
}
