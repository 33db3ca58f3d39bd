package org.arrears.explain;

import java.util.function.Function;
import org.arrears.core.money.AccrualRate;
import org.arrears.core.money.Rate;
import org.arrears.core.policy.Terms;
import org.arrears.core.replay.AppliedRates;
import org.arrears.core.replay.Derivation;
import org.arrears.core.replay.TermsInForce;
import tools.jackson.databind.node.ObjectNode;

/** Writes the rates and terms that held, each with who set it. */
final class JsonTerms {

    private JsonTerms() {}

    static void write(ObjectNode to, Derivation derivation) {
        AppliedRates rates = derivation.rates();
        TermsInForce held = derivation.terms();
        to.put("contract", derivation.assessment().loan().annualRate().toString());
        to.put("penalty", rates.penalty().annual().toString());
        to.put("penalty_source", RateSection.words(rates.source()));
        to.put("penalty_before_cap", rates.beforeCap().toString());
        to.put("capped", rates.capped());
        JsonFigures.text(
                to, "compound", rates.compound().map(AccrualRate::annual).map(Rate::toString));
        to.put("denominator", rates.penalty().denominator());
        ObjectNode terms = to.putObject("terms");
        term(terms, "multiple", held, of -> RateSection.plain(of.penalty().multiple()));
        term(
                terms,
                "max_annual_rate",
                held,
                of -> of.penalty().maxAnnualRate().map(Rate::toString).orElse("none"));
        term(terms, "basis", held, of -> of.penalty().basis().code());
        term(terms, "compound", held, of -> RateSection.words(of.penalty().compound()));
        term(terms, "day_count", held, of -> of.penalty().dayCount().code());
        term(
                terms,
                "grace_mode",
                held,
                of -> RateSection.words(of.penalty().grace().mode()));
        term(
                terms,
                "grace_days",
                held,
                of -> Integer.toString(of.penalty().grace().days()));
        term(terms, "roll", held, of -> RateSection.words(of.dueDates().roll()));
        term(terms, "order", held, of -> RateSection.words(of.allocation().order()));
    }

    private static void term(ObjectNode terms, String name, TermsInForce held, Function<Terms, String> term) {
        ObjectNode to = terms.putObject(name);
        to.put("value", term.apply(held.terms()));
        to.put("set_by", held.origin(term).code());
    }
}
