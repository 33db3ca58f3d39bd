package org.arrears.reference;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.arrears.core.loan.Installment;
import org.arrears.core.loan.LoanFacts;
import org.arrears.core.money.Component;
import org.arrears.core.policy.Terms;

/** The installments of one loan and the credit it holds; what is owed, how late it is, what money does to it. */
final class ReferenceLoan {

    private final Terms terms;
    private final List<ReferenceInstallment> installments = new ArrayList<>();
    private BigDecimal held = BigDecimal.ZERO;

    ReferenceLoan(LoanFacts facts, Terms terms, ReferenceDates dates, LocalDate asOf) {
        this.terms = terms;
        ReferenceRates rates = ReferenceRates.of(facts.loan(), terms.penalty());
        Optional<LocalDate> calledIn =
                facts.loan().acceleratedOn().filter(date -> date.isBefore(asOf) || date.isEqual(asOf));
        for (Installment line : facts.schedule()) {
            LocalDate due = dates.roll(line.dueOn());
            boolean called = calledIn.isPresent() && due.isAfter(calledIn.get());
            installments.add(new ReferenceInstallment(
                    rates,
                    called ? calledIn.get() : due,
                    line.seq(),
                    BigDecimal.valueOf(line.owed().principal(), rates.digits()),
                    called ? BigDecimal.ZERO : BigDecimal.valueOf(line.owed().interest(), rates.digits()),
                    called ? BigDecimal.ZERO : BigDecimal.valueOf(line.owed().fee(), rates.digits())));
        }
        installments.sort(Comparator.comparing(ReferenceInstallment::due).thenComparing(ReferenceInstallment::seq));
    }

    List<ReferenceInstallment> all() {
        return installments;
    }

    List<ReferenceInstallment> active() {
        return installments.stream().filter(ReferenceInstallment::active).toList();
    }

    BigDecimal held() {
        return held;
    }

    void passNightTo(LocalDate today) {
        LocalDate yesterday = today.minusDays(1);
        for (ReferenceInstallment installment : installments) {
            if (installment.active()) {
                installment.passNight(yesterday, today);
            }
        }
    }

    void activate(LocalDate today) {
        for (ReferenceInstallment installment : installments) {
            if (installment.due().equals(today)) {
                installment.activate();
            }
        }
    }

    /** Section 5: spends an amount together with the credit held; what is left is held. */
    void pay(BigDecimal amount, LocalDate today) {
        List<Component> order = orderAt(today);
        BigDecimal pool = held.add(amount);
        if (terms.allocation().order() == Terms.Order.INSTALLMENT_FIRST) {
            for (ReferenceInstallment installment : active()) {
                for (Component component : order) {
                    pool = spend(pool, installment, component, today);
                }
            }
        } else {
            for (Component component : order) {
                for (ReferenceInstallment installment : active()) {
                    pool = spend(pool, installment, component, today);
                }
            }
        }
        held = pool;
    }

    private static BigDecimal spend(
            BigDecimal pool, ReferenceInstallment installment, Component component, LocalDate today) {
        BigDecimal part = pool.min(installment.outstanding(component, today));
        installment.settle(component, part, today);
        return pool.subtract(part);
    }

    private List<Component> orderAt(LocalDate today) {
        int dpd = dpd(today);
        return terms.allocation().fromDpd().stream()
                .filter(from -> from.dpd() <= dpd)
                .max(Comparator.comparing(Terms.FromDpd::dpd))
                .map(Terms.FromDpd::components)
                .orElse(terms.allocation().components());
    }

    /** Section 6: forgives up to an amount of a component and returns what could not be applied. */
    BigDecimal waive(Component component, BigDecimal amount, LocalDate today) {
        BigDecimal rest = amount;
        for (ReferenceInstallment installment : active()) {
            rest = spend(rest, installment, component, today);
        }
        return rest;
    }

    /** Section 7: the installments that are overdue on a day. */
    List<ReferenceInstallment> overdue(LocalDate today) {
        boolean dueDateCounts = terms.delinquency().counting() == Terms.Counting.INCLUDE_DUE_DATE;
        return installments.stream()
                .filter(installment -> installment.contractual().signum() > 0)
                .filter(installment -> installment.due().isBefore(today)
                        || (dueDateCounts && installment.due().equals(today)))
                .toList();
    }

    int pastDueDays(LocalDate today) {
        List<ReferenceInstallment> overdue = overdue(today);
        if (overdue.isEmpty()) {
            return 0;
        }
        int dayOne = terms.delinquency().counting() == Terms.Counting.INCLUDE_DUE_DATE ? 1 : 0;
        return (int) ChronoUnit.DAYS.between(overdue.get(0).due(), today) + dayOne;
    }

    int dpd(LocalDate today) {
        BigDecimal unpaid =
                overdue(today).stream().map(ReferenceInstallment::contractual).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (unpaid.compareTo(terms.delinquency().tolerance()) <= 0) {
            return 0;
        }
        return Math.max(0, pastDueDays(today) - terms.delinquency().graceDays());
    }

    /** Outstanding penalty and compound of the whole loan at the start of a day. */
    BigDecimal outstanding(Component component, LocalDate today) {
        return active().stream()
                .map(installment -> installment.outstanding(component, today))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
