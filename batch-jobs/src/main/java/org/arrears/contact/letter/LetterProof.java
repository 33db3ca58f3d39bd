package org.arrears.contact.letter;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.arrears.contact.proof.FlowText;
import org.arrears.contact.proof.ReadLetter;
import org.arrears.contact.proof.ReadRun;
import org.arrears.contact.render.LetterFormat;
import org.arrears.contact.render.TemplateException;
import org.arrears.contact.render.Templates;
import org.w3c.dom.Document;

/**
 * Requires of a finished print run that every fact of each letter can be read on its pages, as often as the letter's
 * text has it: a style sheet must not hide what the template prints.
 */
final class LetterProof {

    private final LetterFont font;
    private final List<Expected> letters = new ArrayList<>();

    LetterProof(LetterFont font) {
        this.font = font;
    }

    /** What must be read in one letter. */
    private record Expected(LetterBatch.Sheet sheet, List<LetterFact> facts) {}

    /** Notes what the next letters of the run say. */
    void expect(List<LetterBatch.Sheet> sheets, Document xhtml) {
        for (int i = 0; i < sheets.size(); i++) {
            LetterBatch.Sheet sheet = sheets.get(i);
            FlowText text = LetterText.of(xhtml, i, new FlowText(font::alike));
            LetterFormat format = LetterFormat.of(Templates.languageOf(sheet.path()));
            List<LetterFact> facts = LetterFact.of(sheet.letter(), format).stream()
                    .map(fact -> fact.atLeast(text.count(fact.value())))
                    .filter(fact -> fact.times() > 0)
                    .toList();
            letters.add(new Expected(sheet, facts));
        }
    }

    /** Reads the file once from its begin to its end. */
    void require(Path pdf, List<PrintedLetter> printed) throws IOException {
        try (ReadRun run = ReadRun.of(pdf, font::alike)) {
            for (int i = 0; i < printed.size(); i++) {
                require(letters.get(i), run.next(printed.get(i).pages()));
            }
        }
    }

    private static void require(Expected expected, ReadLetter read) {
        for (LetterFact fact : expected.facts) {
            if (read.count(fact.value()) < fact.times()) {
                throw new TemplateException(
                        expected.sheet.place(),
                        "the " + fact.what() + " cannot be read in the printed letter: " + fact.value() + ": "
                                + read.whyUnseen(fact.value()),
                        "show in the template and its style sheet whatever the letter says");
            }
        }
    }
}
