package org.arrears.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The terms of a loan and how far it has come: installments paid, and the due date of the first one not paid. */
record Plan(Terms terms, int paid, LocalDate nextDue) {
    private static final long SCALE = 1_000_000_000;
    private static final int BASIS_POINTS_TIMES_MONTHS = 10_000 * 12;

    Plan {
        if (paid < 0 || paid > terms.months()) {
            throw new IllegalStateException("paid " + paid + " installments of " + terms.months());
        }
    }

    LoanCurrency currency() {
        return terms.currency();
    }

    LocalDate disbursedOn() {
        return dueOn(0);
    }

    LocalDate dueOn(int seq) {
        return nextDue.plusMonths(seq - paid - 1L);
    }

    /** Equal installments, or interest only and the principal last; the last one takes what rounding left. */
    List<Installment> schedule() {
        long payment = terms.product().bullet() ? 0 : levelPayment();
        long fee = currency().fromYuan(terms.product().feeYuan());
        long balance = terms.principal();
        List<Installment> rows = new ArrayList<>(terms.months());
        for (int seq = 1; seq <= terms.months(); seq++) {
            long interest = monthlyInterest(balance);
            long part = terms.product().bullet() ? 0 : Math.min(balance, payment - interest);
            if (seq == terms.months()) {
                part = balance;
            }
            rows.add(new Installment(seq, dueOn(seq), part, interest, fee));
            balance -= part;
        }
        return rows;
    }

    private long monthlyInterest(long balance) {
        return (Math.multiplyExact(balance, terms.rateBasisPoints()) + BASIS_POINTS_TIMES_MONTHS / 2)
                / BASIS_POINTS_TIMES_MONTHS;
    }

    /** P x i x (1+i)^n / ((1+i)^n - 1) in whole numbers scaled by 10^9. */
    private long levelPayment() {
        long rate = terms.rateBasisPoints() * SCALE / BASIS_POINTS_TIMES_MONTHS;
        long growth = SCALE;
        for (int month = 0; month < terms.months(); month++) {
            growth = Math.multiplyExact(growth, SCALE + rate) / SCALE;
        }
        long factor = Math.multiplyExact(rate, growth) / (growth - SCALE);
        return Math.multiplyExact(terms.principal(), factor) / SCALE;
    }
}
