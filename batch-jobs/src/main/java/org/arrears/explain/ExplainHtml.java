package org.arrears.explain;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.arrears.core.replay.Derivation;
import org.arrears.render.HtmlTemplate;

/** Prints an explanation as one HTML page that needs nothing else and prints well on A4. */
public final class ExplainHtml {

    private static final HtmlTemplate TEMPLATE = new HtmlTemplate("explain.vm");

    private ExplainHtml() {}

    /** Returns the page; every value in it is escaped. */
    public static String print(Derivation derivation, AccountContext account) {
        StringWriter page = new StringWriter();
        try {
            TEMPLATE.print("explanation", Explanation.of(derivation, account), page);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a text can always be written", impossible);
        }
        return page.toString();
    }
}
