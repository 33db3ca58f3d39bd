package org.arrears.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.Writer;
import java.util.regex.Pattern;
import org.arrears.explain.ExplainCases.Explained;
import org.arrears.failure.ArrearsException;
import org.arrears.render.HtmlTemplate;
import org.junit.jupiter.api.Test;

/** The page keeps what it is given as text, needs nothing else, and shows all that the text shows. */
class ExplainHtmlTest {

    @Test
    void valuesNeverBecomeMarkup() {
        Explained hostile = ExplainCases.all()
                .filter(explained -> explained.folder().equals("huge-and-hostile"))
                .findFirst()
                .orElseThrow();
        String page = ExplainHtml.print(hostile.derivation(), hostile.account());
        assertFalse(Pattern.compile("<(script|img|b)\\b").matcher(page).find());
        assertTrue(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
        assertTrue(page.contains("#set($x=1)$x"));
        assertFalse(page.chars().anyMatch(c -> c == 0x1b || c == 0x202e));
    }

    @Test
    void thePageFetchesNothing() {
        ExplainCases.all().forEach(explained -> {
            String page = ExplainHtml.print(explained.derivation(), explained.account());
            assertFalse(
                    Pattern.compile("https?:|url\\(|@import|<link|<script|<img")
                            .matcher(page)
                            .find(),
                    page);
            assertEquals(
                    page.lines().filter(line -> line.startsWith("<figure>")).count(),
                    page.lines().filter(line -> line.startsWith("</figure>")).count());
        });
    }

    @Test
    void aReferenceThatMeansNothingFailsThePage() {
        HtmlTemplate template = new HtmlTemplate("explain.vm");
        assertThrows(ArrearsException.class, () -> template.print("nothing", "x", Writer.nullWriter()));
    }
}
