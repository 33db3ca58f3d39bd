package org.arrears.core.policy;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.arrears.core.calendar.DayCount;
import org.arrears.core.calendar.RollRule;
import org.arrears.core.money.Component;
import org.arrears.core.money.Rate;

/**
 * The calculation terms that hold for one product: the policy's own, with the product's overrides.
 *
 * <p>Meaning of each: the calculation chapter of the manual.
 */
public record Terms(DueDates dueDates, Penalty penalty, Allocation allocation, Delinquency delinquency) {

    /** When a contractual due date takes effect. */
    public record DueDates(RollRule roll, Set<DayOfWeek> weekend) {
        public DueDates {
            weekend = Set.copyOf(weekend);
        }
    }

    /** What penalty accrues on. */
    public enum Basis {
        PRINCIPAL("principal"),
        PRINCIPAL_AND_INTEREST("principal+interest");

        private final String code;

        Basis(String code) {
            this.code = code;
        }

        /** The name in policies. */
        public String code() {
            return code;
        }
    }

    /** What unpaid interest bears 复利. */
    public enum Compound {
        NONE,
        /** The penalty rate. */
        PENALTY,
        /** The contract rate. */
        CONTRACT
    }

    /** How the first days after the due date are treated. */
    public enum GraceMode {
        NONE,
        /** Free if cleared within the grace, else penalty from the due date. */
        RETROACTIVE,
        /** The grace days are free. */
        DEFERRED
    }

    /** Grace 宽限期 of some calendar days. */
    public record Grace(GraceMode mode, int days) {
        public Grace {
            if (days < 0 || (mode == GraceMode.NONE && days != 0)) {
                throw new IllegalStateException("grace of " + days + " days, mode " + mode);
            }
        }
    }

    /** The rates and conventions of 罚息 and 复利. */
    public record Penalty(
            BigDecimal multiple,
            Optional<Rate> maxAnnualRate,
            Basis basis,
            Compound compound,
            DayCount dayCount,
            Grace grace) {
        public Penalty {
            if (basis == Basis.PRINCIPAL_AND_INTEREST && compound != Compound.NONE) {
                throw new IllegalStateException("basis principal+interest needs compound none");
            }
        }
    }

    /** Whether a payment goes down one installment first or along one component first. */
    public enum Order {
        INSTALLMENT_FIRST,
        COMPONENT_FIRST
    }

    /** Another order of components from a number of days past due on. */
    public record FromDpd(int dpd, List<Component> components) {
        public FromDpd {
            components = List.copyOf(components);
            requireEach(components);
        }
    }

    /** The waterfall. */
    public record Allocation(Order order, List<Component> components, List<FromDpd> fromDpd) {
        public Allocation {
            components = List.copyOf(components);
            fromDpd = List.copyOf(fromDpd);
            requireEach(components);
        }

        /** Returns the order of components at a number of days past due: the highest threshold reached wins. */
        public List<Component> componentsAt(int dpd) {
            List<Component> chosen = components;
            int reached = -1;
            for (FromDpd from : fromDpd) {
                if (dpd >= from.dpd() && from.dpd() > reached) {
                    reached = from.dpd();
                    chosen = from.components();
                }
            }
            return chosen;
        }
    }

    /** Whether the due date is day 0 or day 1. */
    public enum Counting {
        /** The due date is day 0 (CN, IFRS, EBA). */
        EXCLUDE_DUE_DATE,
        /** The due date is day 1 (RBI). */
        INCLUDE_DUE_DATE
    }

    /** How days past due are counted and what is forgiven; the tolerance is in major units of the loan's currency. */
    public record Delinquency(Counting counting, int graceDays, BigDecimal tolerance) {
        public Delinquency {
            if (graceDays < 0 || tolerance.signum() < 0) {
                throw new IllegalStateException("negative grace or tolerance");
            }
        }
    }

    private static void requireEach(List<Component> components) {
        if (components.size() != Component.values().length
                || EnumSet.copyOf(components).size() != components.size()) {
            throw new IllegalStateException("each component once: " + components);
        }
    }
}
