package org.arrears.report.explain;

import org.arrears.core.replay.Derivation;

/** Prints an explanation as one HTML page that needs nothing else and prints well on A4. */
public final class ExplainHtml {

    private static final PageTemplate TEMPLATE = new PageTemplate("org/arrears/templates/reports/explain.vm");

    private ExplainHtml() {}

    /** Returns the page; every value in it is escaped. */
    public static String print(Derivation derivation, AccountContext account) {
        return TEMPLATE.render("sheet", ExplainSheet.of(derivation, account));
    }
}
