package org.arrears.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.arrears.core.loan.Transaction;
import org.arrears.reference.ReferenceAnomaly.Rule;

/** Section 2: which transactions count on a date, and which reversals are anomalies. */
final class ReferenceTransactions {

    private final List<Transaction> counted = new ArrayList<>();
    private final List<ReferenceAnomaly> anomalies = new ArrayList<>();

    ReferenceTransactions(List<Transaction> all, LocalDate asOf) {
        List<Transaction> known = new ArrayList<>(all);
        known.removeIf(transaction -> transaction.valueOn().isAfter(asOf));
        known.sort(Comparator.comparing(Transaction::valueOn).thenComparing(Transaction::txnNo));
        List<String> reversed = new ArrayList<>();
        for (Transaction transaction : known) {
            if (transaction instanceof Transaction.Reversal reversal) {
                reverse(reversal, known, reversed);
            }
        }
        for (Transaction transaction : known) {
            if (!(transaction instanceof Transaction.Reversal) && !reversed.contains(transaction.txnNo())) {
                counted.add(transaction);
            }
        }
    }

    private void reverse(Transaction.Reversal reversal, List<Transaction> known, List<String> reversed) {
        boolean reversible = known.stream()
                .filter(other -> !(other instanceof Transaction.Reversal))
                .anyMatch(other -> other.txnNo().equals(reversal.reverses()));
        if (!reversible) {
            anomalies.add(ReferenceAnomaly.of(reversal.txnNo(), Rule.NAMES_NO_PAYMENT_OR_WAIVER));
        } else if (reversed.contains(reversal.reverses())) {
            anomalies.add(ReferenceAnomaly.of(reversal.txnNo(), Rule.ALREADY_REVERSED));
        } else {
            reversed.add(reversal.reverses());
        }
    }

    List<ReferenceAnomaly> anomalies() {
        return anomalies;
    }

    List<Transaction.Payment> payments() {
        return counted.stream()
                .filter(Transaction.Payment.class::isInstance)
                .map(Transaction.Payment.class::cast)
                .toList();
    }

    /** The waivers and payments of a day, in the order of their numbers. */
    List<Transaction> on(LocalDate day) {
        List<Transaction> ofDay = new ArrayList<>();
        for (Transaction transaction : counted) {
            if (transaction.valueOn().equals(day)) {
                ofDay.add(transaction);
            }
        }
        return ofDay;
    }

    Optional<LocalDate> firstOn() {
        return counted.stream().map(Transaction::valueOn).min(Comparator.naturalOrder());
    }

    Optional<LocalDate> lastPaymentOn() {
        return counted.stream()
                .filter(Transaction.Payment.class::isInstance)
                .map(Transaction::valueOn)
                .max(Comparator.naturalOrder());
    }
}
