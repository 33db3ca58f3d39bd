package org.arrears.core.replay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.arrears.core.loan.AnomalyKind;
import org.arrears.core.loan.Transaction;
import org.arrears.core.loan.Transaction.Payment;
import org.arrears.core.loan.Transaction.Reversal;
import org.arrears.core.loan.Transaction.Waiver;

/**
 * The payments and waivers that count on a business date (calculation spec, section 2).
 *
 * <p>Transactions valued after the date are not known yet, so a reversal that names one names an unknown transaction
 * until the date comes.
 *
 * @param waivers by value date and number
 * @param payments by value date and number
 */
record CountedTransactions(List<Waiver> waivers, List<Payment> payments, List<Anomaly> anomalies) {

    private static final Comparator<Transaction> BY_DATE_AND_NO =
            Comparator.comparing(Transaction::valueOn).thenComparing(Transaction::txnNo);

    static CountedTransactions of(List<Transaction> all, LocalDate asOf) {
        List<Waiver> waivers = new ArrayList<>();
        List<Payment> payments = new ArrayList<>();
        List<Reversal> reversals = new ArrayList<>();
        for (Transaction transaction : all) {
            if (transaction.valueOn().isAfter(asOf)) {
                continue;
            }
            if (transaction instanceof Payment payment) {
                payments.add(payment);
            } else if (transaction instanceof Waiver waiver) {
                waivers.add(waiver);
            } else if (transaction instanceof Reversal reversal) {
                reversals.add(reversal);
            }
        }
        waivers.sort(BY_DATE_AND_NO);
        payments.sort(BY_DATE_AND_NO);
        CountedTransactions counted = new CountedTransactions(waivers, payments, new ArrayList<>());
        if (!reversals.isEmpty()) {
            reversals.sort(BY_DATE_AND_NO);
            counted.undo(reversals);
        }
        return counted;
    }

    private void undo(List<Reversal> reversals) {
        Map<String, Transaction> byNo = new HashMap<>();
        waivers.forEach(waiver -> byNo.put(waiver.txnNo(), waiver));
        payments.forEach(payment -> byNo.put(payment.txnNo(), payment));
        reversals.forEach(reversal -> byNo.put(reversal.txnNo(), reversal));
        Set<String> undone = new HashSet<>();
        for (Reversal reversal : reversals) {
            Transaction target = byNo.get(reversal.reverses());
            if (target == null) {
                note(AnomalyKind.REVERSAL_OF_UNKNOWN, reversal, "which this loan does not have");
            } else if (target instanceof Reversal) {
                note(AnomalyKind.REVERSAL_OF_REVERSAL, reversal, "which is itself a reversal");
            } else if (!undone.add(target.txnNo())) {
                note(AnomalyKind.REVERSED_TWICE, reversal, "which is reversed already");
            }
        }
        waivers.removeIf(waiver -> undone.contains(waiver.txnNo()));
        payments.removeIf(payment -> undone.contains(payment.txnNo()));
    }

    private void note(AnomalyKind kind, Reversal reversal, String why) {
        anomalies.add(Anomaly.of(
                kind,
                reversal.txnNo(),
                "reversal " + reversal.txnNo() + " of " + reversal.valueOn() + " names " + reversal.reverses() + ", "
                        + why,
                "value_on",
                reversal.valueOn().toString(),
                "reverses",
                reversal.reverses()));
    }
}
