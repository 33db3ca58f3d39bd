package org.arrears.contact.letter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.arrears.contact.channel.Rehearsal;
import org.arrears.contact.render.NoticeView;
import org.arrears.contact.render.TemplateException;
import org.arrears.contact.render.TemplateFile;
import org.arrears.contact.render.Templates;

/** Prints letters that nobody gets. */
final class LetterRehearsal implements Rehearsal {

    private final LetterPress press;

    LetterRehearsal(Templates templates) {
        this.press = new LetterPress(templates);
    }

    @Override
    public String unit() {
        return "pages";
    }

    @Override
    public int size(TemplateFile file, NoticeView notice) {
        return withPdf(pdf -> print(file, notice, pdf).pages());
    }

    @Override
    public Specimen preview(TemplateFile file, NoticeView notice) {
        return withPdf(pdf -> {
            PrintedLetter printed = print(file, notice, pdf);
            return Specimen.file(Files.readAllBytes(pdf), ".pdf", printed.pages() + " pages");
        });
    }

    private interface Use<T> {
        T of(Path pdf) throws IOException;
    }

    private static <T> T withPdf(Use<T> use) {
        try {
            Path pdf = Files.createTempFile("arrears-template-", ".pdf");
            try {
                return use.of(pdf);
            } finally {
                Files.delete(pdf);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException("no room for a temporary file", unwritable);
        }
    }

    private PrintedLetter print(TemplateFile file, NoticeView notice, Path pdf) {
        List<MissingGlyph> missing = press.missingGlyphs(List.of(notice), file.template());
        if (!missing.isEmpty()) {
            throw new TemplateException(
                    file.path(), "the font cannot print " + missing.get(0).unicode(), "replace it");
        }
        return press.print(List.of(notice), file.template(), pdf).get(0);
    }
}
