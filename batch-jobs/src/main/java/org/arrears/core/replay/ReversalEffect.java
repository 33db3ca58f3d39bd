package org.arrears.core.replay;

import java.util.Optional;
import org.arrears.core.loan.Transaction;

/**
 * A reversal and what it removed as if it had never happened.
 *
 * @param removed empty if it names nothing that it could remove: an anomaly
 */
public record ReversalEffect(Transaction.Reversal reversal, Optional<Transaction> removed) {

    public ReversalEffect {
        if (removed.filter(target -> !target.txnNo().equals(reversal.reverses()))
                .isPresent()) {
            throw new IllegalStateException("reversal " + reversal.txnNo() + " removed " + removed);
        }
    }
}
