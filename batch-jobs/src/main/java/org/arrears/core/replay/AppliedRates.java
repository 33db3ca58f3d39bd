package org.arrears.core.replay;

import java.util.Optional;
import org.arrears.core.loan.Loan;
import org.arrears.core.money.AccrualRate;
import org.arrears.core.money.Component;
import org.arrears.core.money.Rate;
import org.arrears.core.policy.Terms;

/**
 * The rates a loan's arrears bear and where each comes from (calculation spec, section 4).
 *
 * @param penalty r, after the cap
 * @param beforeCap r before the cap
 * @param source where r comes from
 * @param compound rc, empty if unpaid interest bears nothing
 */
public record AppliedRates(AccrualRate penalty, Rate beforeCap, Source source, Optional<AccrualRate> compound) {

    /** Where a penalty rate comes from. */
    public enum Source {
        /** The loan's own {@code penalty_annual_rate}. */
        LOAN,
        /** The contract rate times the policy's multiple. */
        CONTRACT_RATE_TIMES_MULTIPLE
    }

    static AppliedRates of(Loan loan, Terms.Penalty terms) {
        Rate own = loan.penaltyAnnualRate().orElseGet(() -> loan.annualRate().times(terms.multiple()));
        Rate capped =
                terms.maxAnnualRate().filter(max -> max.compareTo(own) < 0).orElse(own);
        int denominator = terms.dayCount().denominator();
        AccrualRate penalty = new AccrualRate(capped, denominator);
        Optional<AccrualRate> compound = switch (terms.compound()) {
            case NONE -> Optional.empty();
            case PENALTY -> Optional.of(penalty);
            case CONTRACT -> Optional.of(new AccrualRate(loan.annualRate(), denominator));
        };
        Source source = loan.penaltyAnnualRate().isPresent() ? Source.LOAN : Source.CONTRACT_RATE_TIMES_MULTIPLE;
        return new AppliedRates(penalty, own, source, compound);
    }

    /** Returns the rate by which balance-days become penalty or compound interest, empty if nothing is borne. */
    Optional<AccrualRate> of(Component part) {
        return switch (part) {
            case PENALTY -> Optional.of(penalty);
            case COMPOUND -> compound;
            case PRINCIPAL, INTEREST, FEE -> throw new IllegalStateException(part.code() + " does not accrue");
        };
    }

    /** Says whether the policy's maximum lowered the penalty rate. */
    public boolean capped() {
        return penalty.annual().compareTo(beforeCap) < 0;
    }
}
