package org.arrears.contact.letter;

import java.time.LocalDate;
import org.arrears.contact.channel.NoticeViews;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * A range of letters of one template that become one PDF; all that a printing partition knows.
 *
 * @param first number of its first letter
 * @param last number of its last letter
 * @param file path of the PDF in the run folder
 */
record PrintRun(LocalDate asOf, String template, String first, String last, String file) {

    /** Returns which notices it is made of. */
    NoticeViews.Chosen chosen() {
        return NoticeViews.Chosen.ofNumbers(new LetterChannel(), asOf, template, first, last);
    }

    ExecutionContext toContext() {
        ExecutionContext context = new ExecutionContext();
        context.putString("asOf", asOf.toString());
        context.putString("template", template);
        context.putString("first", first);
        context.putString("last", last);
        context.putString("file", file);
        return context;
    }

    static PrintRun of(ExecutionContext context) {
        return new PrintRun(
                LocalDate.parse(context.getString("asOf")),
                context.getString("template"),
                context.getString("first"),
                context.getString("last"),
                context.getString("file"));
    }
}
