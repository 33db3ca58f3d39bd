package org.arrears.contact.letter;

import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntConsumer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.arrears.contact.render.NoticeView;
import org.arrears.contact.render.TemplateException;
import org.arrears.contact.render.TemplateKind;
import org.arrears.contact.render.Templates;
import org.w3c.dom.Document;

/**
 * Prints the letters of a run into one PDF that depends on nothing but the letters: the same letters give the same
 * bytes. The file is read back before it counts as printed. One press serves one thread.
 */
public final class LetterPress {
    /** The most letters in one print run. */
    public static final int MAX_LETTERS = 500;

    private static final String STYLE = "style/letter.css";
    private static final int BATCH = 25;

    private final Templates templates;
    private final LetterFont font;
    private final String style;

    public LetterPress(Templates templates) {
        XRLog.setLoggerImpl(new PressLog());
        this.templates = templates;
        this.font = LetterFont.from(templates.root());
        this.style = new String(templates.root().readOrBundled(STYLE), StandardCharsets.UTF_8);
        OptionalInt missing = font.firstMissing(style);
        if (missing.isPresent()) {
            throw new TemplateException(
                    STYLE, "the font cannot print " + new MissingGlyph("", missing.getAsInt()).unicode(), "replace it");
        }
    }

    /**
     * The letters that the font cannot print in full, each with its first such character; they must not be
     * printed.
     */
    public List<MissingGlyph> missingGlyphs(List<NoticeView> letters, String template) {
        return missing(sheets(letters, template));
    }

    /** Prints the letters in their order; refuses a run with a letter that {@link #missingGlyphs} reports. */
    public List<PrintedLetter> print(List<NoticeView> letters, String template, Path pdf) {
        return print(letters, template, pdf, more -> {});
    }

    /** The same, and tells how many more letters are printed. */
    public List<PrintedLetter> print(List<NoticeView> letters, String template, Path pdf, IntConsumer progress) {
        checkRun(letters);
        List<LetterBatch.Sheet> sheets = sheets(letters, template);
        List<MissingGlyph> missing = missing(sheets);
        if (!missing.isEmpty()) {
            throw new IllegalStateException(
                    "letter " + missing.get(0).noticeNo() + " has a character the font cannot print: "
                            + missing.get(0).unicode());
        }
        try (PDDocument document = new PDDocument()) {
            LetterProof proof = new LetterProof(font);
            List<PrintedLetter> printed = printed(document, sheets, proof, progress);
            PrintRunFile.finish(document, letters, sheets, printed);
            PrintRunFile.write(document, pdf, part -> proof.require(part, printed));
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot print " + pdf, e);
        }
    }

    private static void checkRun(List<NoticeView> letters) {
        if (letters.isEmpty() || letters.size() > MAX_LETTERS) {
            throw new IllegalArgumentException("a print run has 1.." + MAX_LETTERS + " letters: " + letters.size());
        }
        Set<String> seen = new HashSet<>();
        for (NoticeView letter : letters) {
            if (!seen.add(letter.noticeNo())) {
                throw new IllegalArgumentException("a print run has a letter twice: " + letter.noticeNo());
            }
        }
    }

    private List<LetterBatch.Sheet> sheets(List<NoticeView> letters, String template) {
        TemplateKind kind = new LetterTemplates();
        return letters.stream()
                .map(letter -> new LetterBatch.Sheet(
                        letter,
                        template,
                        templates.path(kind, template, letter.language()),
                        templates.text(kind, template, letter)))
                .toList();
    }

    private List<MissingGlyph> missing(List<LetterBatch.Sheet> sheets) {
        List<MissingGlyph> missing = new ArrayList<>();
        for (LetterBatch.Sheet sheet : sheets) {
            font.firstMissing(sheet.xhtml()).ifPresent(ch -> missing.add(new MissingGlyph(sheet.noticeNo(), ch)));
        }
        return List.copyOf(missing);
    }

    /**
     * Layout takes memory and grows faster than the run, so a run is laid out in batches that share the document
     * and font.
     */
    private List<PrintedLetter> printed(
            PDDocument document, List<LetterBatch.Sheet> sheets, LetterProof proof, IntConsumer progress)
            throws IOException {
        LetterLayout layout = new LetterLayout(document, font);
        List<PrintedLetter> printed = new ArrayList<>(sheets.size());
        for (int from = 0; from < sheets.size(); from += BATCH) {
            List<LetterBatch.Sheet> batch = sheets.subList(from, Math.min(from + BATCH, sheets.size()));
            Document xhtml = LetterBatch.document(batch, style);
            proof.expect(batch, xhtml);
            printed.addAll(layout.print(batch, xhtml));
            progress.accept(batch.size());
        }
        return List.copyOf(printed);
    }
}
