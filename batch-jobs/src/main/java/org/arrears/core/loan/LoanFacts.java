package org.arrears.core.loan;

import java.time.LocalDate;
import java.util.List;

/** All that is known of one loan: contract, schedule and transactions, in no particular order. */
public record LoanFacts(Loan loan, List<Installment> schedule, List<Transaction> transactions) {

    public LoanFacts {
        schedule = List.copyOf(schedule);
        transactions = List.copyOf(transactions);
    }

    /** Returns these facts without the transactions after a day; what the contract says of later days is known. */
    public LoanFacts knownOn(LocalDate day) {
        return new LoanFacts(
                loan,
                schedule,
                transactions.stream()
                        .filter(transaction -> !transaction.valueOn().isAfter(day))
                        .toList());
    }
}
