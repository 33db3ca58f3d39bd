package org.arrears.sample;

import java.util.List;

/** A loan with everything the files say about it over all nights, each item marked with its night. */
record Account(
        Loan loan,
        List<Installment> schedule,
        List<Posting> postings,
        List<Hold> holds,
        List<Promise> promises,
        List<Change> changes) {
    Account {
        for (int i = 1; i < postings.size(); i++) {
            if (postings.get(i).night() < postings.get(i - 1).night()) {
                throw new IllegalStateException("postings out of order of their nights: loan " + loan.index());
            }
        }
    }

    static Account plain(Loan loan, List<Installment> schedule, List<Posting> postings) {
        return new Account(loan, schedule, postings, List.of(), List.of(), List.of());
    }
}
