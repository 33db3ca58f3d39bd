package org.arrears.core.replay;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.arrears.core.money.Component;

/**
 * Where a payment, a waiver or held credit went (calculation spec, sections 5 and 6); amounts in minor units.
 *
 * @param txnNo the transaction, empty for held credit
 * @param amountMinor paid, waived, or held
 * @param poolMinor what was there to spend: a payment's amount and the credit held before it
 * @param dpd the loan's days past due before it was spent
 * @param components the order that applied; of a waiver, its component
 * @param fromDpd the threshold that chose the order, empty if it is the policy's first
 * @param leftMinor held from now on; of a waiver, what could not be applied
 */
public record Spending(
        Kind kind,
        Optional<String> txnNo,
        LocalDate on,
        long amountMinor,
        long poolMinor,
        int dpd,
        List<Component> components,
        Optional<Integer> fromDpd,
        List<Allocation> allocations,
        long leftMinor) {

    /** What spends. */
    public enum Kind {
        PAYMENT("payment"),
        WAIVER("waiver"),
        HELD_CREDIT("held-credit");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** The code in files and on screens. */
        public String code() {
            return code;
        }
    }

    /**
     * What went to one component of one installment.
     *
     * @param outstandingMinor of the component before
     * @param rounding how penalty or compound interest came to that amount, empty for the rest
     */
    public record Allocation(
            int seq, Component component, long outstandingMinor, long amountMinor, Optional<Rounding> rounding) {
        public Allocation {
            if (amountMinor <= 0 || amountMinor > outstandingMinor) {
                throw new IllegalStateException(
                        "installment " + seq + " " + component.code() + ": " + amountMinor + " of " + outstandingMinor);
            }
            boolean rounded = component == Component.PENALTY || component == Component.COMPOUND;
            if (rounded != rounding.isPresent()
                    || rounding.filter(how -> how.outstandingMinor() != outstandingMinor)
                            .isPresent()) {
                throw new IllegalStateException("installment " + seq + " " + component.code() + ": " + rounding);
            }
        }
    }

    public Spending {
        components = List.copyOf(components);
        allocations = List.copyOf(allocations);
        long spent = allocations.stream().mapToLong(Allocation::amountMinor).reduce(0, Math::addExact);
        if (Math.addExact(spent, leftMinor) != poolMinor || poolMinor < amountMinor || leftMinor < 0) {
            throw new IllegalStateException(kind.code() + " " + txnNo.orElse("") + ": " + spent + " and " + leftMinor
                    + " left of " + poolMinor);
        }
        if (txnNo.isPresent() == (kind == Kind.HELD_CREDIT) || (kind != Kind.PAYMENT && poolMinor != amountMinor)) {
            throw new IllegalStateException(kind.code() + " " + txnNo.orElse("") + " with a pool of " + poolMinor);
        }
    }

    /** Returns the credit held before a payment that it was spent together with. */
    public long heldBeforeMinor() {
        return poolMinor - amountMinor;
    }
}
