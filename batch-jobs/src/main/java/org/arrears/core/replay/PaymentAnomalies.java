package org.arrears.core.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.arrears.core.loan.AnomalyKind;
import org.arrears.core.loan.Loan;
import org.arrears.core.loan.Transaction.Payment;

/** What cannot be true, or is likely told twice, of the payments that count (calculation spec, section 19). */
final class PaymentAnomalies {

    private PaymentAnomalies() {}

    /**
     * Returns the anomalies of payments.
     *
     * @param payments by value date and number
     */
    static List<Anomaly> of(Loan loan, List<Payment> payments) {
        List<Anomaly> anomalies = new ArrayList<>();
        for (int i = 0; i < payments.size(); i++) {
            Payment payment = payments.get(i);
            if (payment.valueOn().isBefore(loan.contract().disbursedOn())) {
                anomalies.add(early(loan, payment));
            }
            boolean startsDay = i == 0 || !payments.get(i - 1).valueOn().equals(payment.valueOn());
            if (startsDay) {
                doubles(loan, payments.subList(i, endOfDay(payments, i)), anomalies);
            }
        }
        return anomalies;
    }

    private static int endOfDay(List<Payment> payments, int start) {
        int end = start + 1;
        while (end < payments.size()
                && payments.get(end).valueOn().equals(payments.get(start).valueOn())) {
            end++;
        }
        return end;
    }

    private static void doubles(Loan loan, List<Payment> ofOneDay, List<Anomaly> anomalies) {
        if (ofOneDay.size() == 1) {
            return;
        }
        Map<Long, Payment> firstOf = new HashMap<>();
        for (Payment payment : ofOneDay) {
            Payment first = firstOf.putIfAbsent(payment.amountMinor(), payment);
            if (first != null) {
                anomalies.add(again(loan, payment, first));
            }
        }
    }

    private static Anomaly early(Loan loan, Payment payment) {
        String disbursedOn = loan.contract().disbursedOn().toString();
        String amount = loan.currency().format(payment.amountMinor());
        return Anomaly.of(
                AnomalyKind.PAYMENT_BEFORE_DISBURSEMENT,
                payment.txnNo(),
                "payment " + payment.txnNo() + " of " + amount + " is valued " + payment.valueOn()
                        + ", before the loan was disbursed on " + disbursedOn,
                "value_on",
                payment.valueOn().toString(),
                "amount",
                amount,
                "disbursed_on",
                disbursedOn);
    }

    private static Anomaly again(Loan loan, Payment payment, Payment first) {
        String amount = loan.currency().format(payment.amountMinor());
        return Anomaly.of(
                AnomalyKind.POSSIBLE_DOUBLE,
                payment.txnNo(),
                "payment " + payment.txnNo() + " of " + amount + " has the day " + payment.valueOn()
                        + " and the amount of payment " + first.txnNo() + ", and both count",
                "value_on",
                payment.valueOn().toString(),
                "amount",
                amount,
                "first",
                first.txnNo());
    }
}
