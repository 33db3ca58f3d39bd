package org.arrears.core.loan;

import java.time.LocalDate;
import org.arrears.core.money.Component;

/** Something that happened to a loan on a value date; amounts in minor units. */
public sealed interface Transaction {

    String txnNo();

    /** The value date 起息日: from this day on what was paid no longer accrues. */
    LocalDate valueOn();

    long amountMinor();

    /** Money received. */
    record Payment(String txnNo, LocalDate valueOn, long amountMinor) implements Transaction {
        public Payment {
            requirePositive(txnNo, amountMinor);
        }
    }

    /** A component forgiven 减免, up to an amount. */
    record Waiver(String txnNo, LocalDate valueOn, long amountMinor, Component component) implements Transaction {
        public Waiver {
            requirePositive(txnNo, amountMinor);
        }
    }

    /** A payment or waiver undone as if it had never happened. */
    record Reversal(String txnNo, LocalDate valueOn, long amountMinor, String reverses) implements Transaction {
        public Reversal {
            requirePositive(txnNo, amountMinor);
        }
    }

    private static void requirePositive(String txnNo, long amountMinor) {
        if (amountMinor <= 0) {
            throw new IllegalStateException("transaction " + txnNo + " without an amount: " + amountMinor);
        }
    }
}
