package org.arrears.explain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.arrears.core.policy.Terms;
import org.arrears.core.replay.AppliedRates;
import org.arrears.core.replay.Derivation;
import org.arrears.core.replay.TermsInForce;
import org.arrears.explain.Explanation.Section;
import org.arrears.explain.Explanation.Table;
import org.arrears.print.Figures;

/** Each rate and convention with who set it: the loan, its product, or the policy. */
final class RateSection {

    private RateSection() {}

    static Section of(Derivation derivation) {
        TermsInForce terms = derivation.terms();
        Terms.Penalty penalty = terms.terms().penalty();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "contract rate 合同利率",
                derivation.assessment().loan().annualRate().percent() + " a year, the loan's own"));
        rows.add(List.of("penalty rate 罚息利率", penaltyRate(derivation)));
        rows.add(List.of("compound rate 复利利率", compoundRate(derivation)));
        rows.add(List.of(
                "penalty accrues on",
                penalty.basis().code() + by(terms, held -> held.penalty().basis())));
        rows.add(List.of(
                "days are counted",
                penalty.dayCount().code() + ": a year has "
                        + penalty.dayCount().denominator() + " days"
                        + by(terms, held -> held.penalty().dayCount())));
        rows.add(List.of(
                "grace 宽限期",
                grace(penalty.grace()) + by(terms, held -> held.penalty().grace())));
        return new Section("Rates 利率", List.of(), List.of(Table.pairs(rows)));
    }

    private static String penaltyRate(Derivation derivation) {
        AppliedRates rates = derivation.rates();
        TermsInForce terms = derivation.terms();
        Terms.Penalty penalty = terms.terms().penalty();
        String from = switch (rates.source()) {
            case LOAN -> rates.beforeCap().percent() + ", the loan's own penalty rate";
            case CONTRACT_RATE_TIMES_MULTIPLE ->
                derivation.assessment().loan().annualRate().percent() + " x "
                        + plain(penalty.multiple())
                        + by(terms, held -> plain(held.penalty().multiple())) + " = "
                        + rates.beforeCap().percent();
        };
        String at = rates.penalty().annual().percent() + " a year: " + from;
        if (penalty.maxAnnualRate().isEmpty()) {
            return at;
        }
        String cap = penalty.maxAnnualRate().get().percent()
                + by(terms, held -> held.penalty().maxAnnualRate());
        return at + (rates.capped() ? "; lowered to the maximum of " : "; below the maximum of ") + cap;
    }

    private static String compoundRate(Derivation derivation) {
        TermsInForce terms = derivation.terms();
        String by = by(terms, held -> held.penalty().compound());
        return switch (terms.terms().penalty().compound()) {
            case NONE -> "none" + by;
            case PENALTY -> rate(derivation) + " a year on unpaid interest: the penalty rate" + by;
            case CONTRACT -> rate(derivation) + " a year on unpaid interest: the contract rate" + by;
        };
    }

    private static String rate(Derivation derivation) {
        return derivation.rates().compound().orElseThrow().annual().percent();
    }

    private static String grace(Terms.Grace grace) {
        String days = Figures.plural(grace.days(), "calendar day");
        return switch (grace.mode()) {
            case NONE -> "none";
            case RETROACTIVE -> days + ", retroactive: free if cleared by then, else from the due date";
            case DEFERRED -> days + ", deferred: these days are free";
        };
    }

    private static <T> String by(TermsInForce terms, Function<Terms, T> term) {
        return switch (terms.origin(term)) {
            case POLICY -> " (policy)";
            case PRODUCT -> " (policy, for product " + terms.product() + ")";
        };
    }

    static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
