package org.arrears.core.loan;

import java.util.List;

/** All that is known of one loan: contract, schedule and transactions, in no particular order. */
public record LoanFacts(Loan loan, List<Installment> schedule, List<Transaction> transactions) {

    public LoanFacts {
        schedule = List.copyOf(schedule);
        transactions = List.copyOf(transactions);
    }
}
