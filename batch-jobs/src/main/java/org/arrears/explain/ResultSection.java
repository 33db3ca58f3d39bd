package org.arrears.explain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.arrears.core.loan.Doubt;
import org.arrears.core.money.Dues;
import org.arrears.core.replay.Anomaly;
import org.arrears.core.replay.Assessment;
import org.arrears.core.replay.Derivation;
import org.arrears.core.replay.Rounding;
import org.arrears.explain.Explanation.Section;
import org.arrears.explain.Explanation.Table;
import org.arrears.print.Figures;

/** What is to be paid and how late the loan is: the part that is read out first. */
final class ResultSection {

    private static final String NO_ACTION = " Until it is mended there is no notice and no new placement (";

    private ResultSection() {}

    static Section of(Derivation derivation, AccountContext account, LoanFigures figures) {
        List<String> lines = new ArrayList<>();
        lines.add(toPay(derivation, account, figures));
        grace(derivation).ifPresent(lines::add);
        for (Anomaly anomaly : derivation.assessment().anomalies()) {
            boolean held = account.anomalies().hold().contains(anomaly.kind());
            lines.add("Look into this: " + anomaly.text() + "."
                    + (held ? NO_ACTION + Doubt.FACTS_DOUBTFUL.code() + ")." : ""));
        }
        if (!account.rejects().isEmpty()) {
            lines.add("Look into this: a row about the loan or its customer was rejected and is not mended." + NO_ACTION
                    + Doubt.ROW_REJECTED.code() + ").");
        }
        return new Section("Result", lines, List.of(amounts(derivation, figures), lateness(derivation, account)));
    }

    private static String toPay(Derivation derivation, AccountContext account, LoanFigures figures) {
        LocalDate asOf = derivation.asOf();
        String pay = "pay " + figures.money(derivation.toPayMinor()) + " on " + Figures.day(asOf);
        boolean nothing = derivation.toPayMinor() == 0;
        if (asOf.isAfter(account.factsUpTo())) {
            return "Facts up to " + account.factsUpTo() + ". If nothing else is paid until then: "
                    + (nothing ? "nothing is to be paid on " + Figures.day(asOf) : pay) + ".";
        }
        if (nothing) {
            return "Nothing is to be paid on " + Figures.day(asOf) + ".";
        }
        return "To have nothing due any more: " + pay + ".";
    }

    /** Within a retroactive grace the amount to pay jumps when it ends. */
    private static Optional<String> grace(Derivation derivation) {
        int days = derivation.terms().terms().penalty().grace().days();
        return derivation.installments().stream()
                .filter(outcome -> outcome.penalty().free() == Rounding.Free.WITHIN_GRACE && outcome.isOverdue())
                .map(outcome -> "Grace 宽限期: installment " + outcome.seq() + " bears no penalty if it is cleared by "
                        + Figures.day(outcome.effectiveOn().plusDays(days)) + "; after that, penalty since "
                        + outcome.effectiveOn() + ".")
                .findFirst();
    }

    private static Table amounts(Derivation derivation, LoanFigures figures) {
        Assessment.Amounts amounts = derivation.assessment().amounts();
        List<List<String>> rows = new ArrayList<>();
        Dues.LISTED.forEach(part -> rows.add(
                List.of(Words.ofOverdue(part), figures.amount(amounts.overdue().get(part)))));
        long overdue = amounts.overdue().total();
        rows.add(List.of("total overdue 逾期总额", figures.amount(overdue)));
        long dueNow = derivation.toPayMinor() - overdue;
        rows.add(List.of("due by now and not overdue yet", figures.amount(dueNow)));
        rows.add(List.of("to pay 应还", figures.amount(derivation.toPayMinor())));
        rows.add(List.of("each further day adds", figures.amount(amounts.dailyAccrual())));
        rows.add(List.of("held credit 溢缴款", figures.amount(amounts.heldCredit())));
        rows.add(List.of("principal balance 本金余额, due or not", figures.amount(amounts.principalBalance())));
        return Table.amounts(rows);
    }

    private static Table lateness(Derivation derivation, AccountContext account) {
        Assessment assessment = derivation.assessment();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "days past due 逾期天数", Integer.toString(assessment.standing().dpd())));
        rows.add(List.of("over all the customer's loans", Integer.toString(account.customerDpd())));
        rows.add(List.of(
                "overdue installments 逾期期数",
                Integer.toString(assessment.standing().missedInstallments())));
        assessment
                .standing()
                .oldestDueOn()
                .ifPresent(on -> rows.add(List.of("oldest of them due on", Figures.day(on))));
        assessment
                .standing()
                .overdueSince()
                .ifPresent(on -> rows.add(List.of("behind without a break since", Figures.day(on))));
        rows.add(List.of("bucket", assessment.standing().bucket()));
        rows.add(List.of("class 分类", assessment.standing().classification()));
        rows.add(List.of(
                "last payment on", assessment.lastPaymentOn().map(Figures::day).orElse("never")));
        return Table.pairs(rows);
    }
}
