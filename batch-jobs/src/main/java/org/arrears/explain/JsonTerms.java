package org.arrears.explain;

import org.arrears.core.money.AccrualRate;
import org.arrears.core.money.Rate;
import org.arrears.core.policy.PolicyKey;
import org.arrears.core.policy.TermKeys;
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
        TermKeys.ALL.forEach(key -> term(terms, key, held));
    }

    private static void term(ObjectNode terms, PolicyKey<Terms, ?> key, TermsInForce held) {
        ObjectNode to = terms.putObject(key.field());
        to.put("value", key.shown(held.terms()));
        to.put("set_by", held.origin(key::shown).code());
    }
}
