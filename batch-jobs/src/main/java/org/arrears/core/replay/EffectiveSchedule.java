package org.arrears.core.replay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.arrears.core.calendar.BusinessCalendar;
import org.arrears.core.loan.Installment;
import org.arrears.core.loan.LoanFacts;
import org.arrears.core.money.Component;
import org.arrears.core.money.Dues;
import org.arrears.core.policy.Terms;
import org.arrears.core.replay.EffectiveInstallment.Moved;

/** Makes the effective schedule of a loan: rolled, accelerated, ordered by effective date and number. */
final class EffectiveSchedule {

    private static final Comparator<EffectiveInstallment> BY_DATE_AND_SEQ =
            Comparator.comparing(EffectiveInstallment::effectiveOn).thenComparingInt(EffectiveInstallment::seq);

    private EffectiveSchedule() {}

    static List<EffectiveInstallment> of(LoanFacts facts, Terms terms, BusinessCalendar calendar, LocalDate asOf) {
        Optional<LocalDate> accelerated = facts.loan().acceleratedOn().filter(on -> !on.isAfter(asOf));
        List<EffectiveInstallment> schedule = new ArrayList<>(facts.schedule().size());
        for (Installment installment : facts.schedule()) {
            schedule.add(effective(installment, terms, calendar, accelerated));
        }
        schedule.sort(BY_DATE_AND_SEQ);
        return Collections.unmodifiableList(schedule);
    }

    private static EffectiveInstallment effective(
            Installment agreed, Terms terms, BusinessCalendar calendar, Optional<LocalDate> accelerated) {
        Dues owed = agreed.owed();
        LocalDate rolled = calendar.roll(agreed.dueOn(), terms.dueDates().roll());
        if (accelerated.isPresent() && rolled.isAfter(accelerated.get())) {
            LocalDate on = accelerated.get();
            return new EffectiveInstallment(
                    agreed,
                    on,
                    accrualStart(on, terms),
                    owed.with(Component.INTEREST, 0).with(Component.FEE, 0),
                    Moved.ACCELERATED);
        }
        return new EffectiveInstallment(
                agreed,
                rolled,
                accrualStart(rolled, terms),
                owed,
                rolled.equals(agreed.dueOn()) ? Moved.NOT_MOVED : Moved.ROLLED);
    }

    private static LocalDate accrualStart(LocalDate effectiveOn, Terms terms) {
        Terms.Grace grace = terms.penalty().grace();
        return grace.mode() == Terms.GraceMode.DEFERRED ? effectiveOn.plusDays(grace.days()) : effectiveOn;
    }
}
