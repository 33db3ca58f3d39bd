package org.arrears.contact.letter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.arrears.contact.render.Debtor;
import org.arrears.contact.render.NoticeSamples;
import org.arrears.contact.render.NoticeView;
import org.arrears.contact.render.TemplateException;
import org.arrears.contact.render.Templates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole print runs, read back from the PDF. */
class LetterPressTest {
    private static final LetterPress PRESS = new LetterPress(Templates.bundled());

    @TempDir
    Path folder;

    @Test
    void everyLetterOfAFullRunStartsOnThePageThatTheManifestNames() throws IOException {
        List<NoticeView> letters = NoticeSamples.run(LetterPress.MAX_LETTERS);
        Path pdf = folder.resolve("run.pdf");
        List<PrintedLetter> printed = PRESS.print(letters, "demand", pdf);
        assertEquals(letters.stream().map(NoticeView::noticeNo).toList(), numbers(printed));
        assertTrue(printed.stream().anyMatch(letter -> letter.pages() > 1), "no letter has a second page");
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            List<String> pages = pages(document);
            int next = 1;
            for (PrintedLetter letter : printed) {
                assertEquals(next, letter.firstPage(), letter.noticeNo());
                for (int page = 1; page <= letter.pages(); page++) {
                    String text = pages.get(letter.firstPage() + page - 2);
                    assertTrue(text.contains("函件编号 " + letter.noticeNo()), letter + ": " + text);
                    assertTrue(text.contains("第 " + page + " 页，共 " + letter.pages() + " 页"), letter + ": " + text);
                    assertEquals(page == 1, text.contains("尊敬的"), letter + ": " + text);
                }
                next += letter.pages();
            }
            assertEquals(document.getNumberOfPages() + 1, next);
            assertEquals(positions(printed), bookmarks(document));
        }
    }

    @Test
    void theSameLettersGiveTheSameBytes() throws IOException {
        List<NoticeView> letters = NoticeSamples.run(30);
        PRESS.print(letters, "demand", folder.resolve("first.pdf"));
        new LetterPress(Templates.bundled()).print(letters, "demand", folder.resolve("second.pdf"));
        PRESS.print(NoticeSamples.run(29), "demand", folder.resolve("other.pdf"));
        byte[] first = Files.readAllBytes(folder.resolve("first.pdf"));
        assertArrayEquals(first, Files.readAllBytes(folder.resolve("second.pdf")));
        assertTrue(!id("first.pdf").equals(id("other.pdf")), "another run has the same document ID");
    }

    @Test
    void theFileNamesItsRunAndOnlyItsOwnerMayReadIt() throws IOException {
        Path pdf = folder.resolve("run.pdf");
        PRESS.print(NoticeSamples.run(2), "reminder", pdf);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(pdf)));
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            assertEquals(
                    "reminder 2026-03-15, N20260315-000001 - N20260315-000002",
                    document.getDocumentInformation().getTitle());
            assertEquals(
                    NoticeSamples.AS_OF,
                    document.getDocumentInformation()
                            .getCreationDate()
                            .toInstant()
                            .atZone(java.time.ZoneOffset.UTC)
                            .toLocalDate());
        }
        try (var files = Files.list(folder)) {
            assertEquals(List.of(pdf), files.toList());
        }
    }

    @Test
    void theFontIsEmbeddedOncePerRunAndOnlyWithTheGlyphsUsed() throws IOException {
        Path pdf = folder.resolve("run.pdf");
        PRESS.print(NoticeSamples.run(60), "demand", pdf);
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            List<String> fonts = new ArrayList<>();
            document.getDocument().getObjectsByType(COSName.FONT).forEach(object -> {
                if (object.getObject() instanceof org.apache.pdfbox.cos.COSDictionary font
                        && COSName.TYPE0.equals(font.getCOSName(COSName.SUBTYPE))) {
                    fonts.add(font.getNameAsString(COSName.BASE_FONT));
                }
            });
            assertEquals(1, fonts.size(), fonts::toString);
            assertTrue(fonts.get(0).matches("[A-Z]{6}\\+WenQuanYiMicroHei"), fonts::toString);
        }
        assertTrue(
                Files.size(pdf) < 1_000_000,
                () -> "the whole font is in the file: " + pdf.toFile().length());
    }

    @Test
    void aNameWithMarkupIsPrintedAsItIs() throws IOException {
        Path pdf = folder.resolve("run.pdf");
        PRESS.print(List.of(NoticeSamples.named("<张&三>\"'</div>")), "demand", pdf);
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            assertTrue(pages(document).get(0).contains("尊敬的<张&三>\"'</div>"), () -> "lost: " + document);
        }
    }

    @Test
    void aCharacterWithoutGlyphIsReportedWithItsLetterAndNeverPrinted() {
        List<NoticeView> letters = List.of(
                NoticeSamples.notice("N1", NoticeSamples.yuanLoan("L1")),
                NoticeSamples.notice(
                        "N2",
                        "zh",
                        new Debtor("C2", "\uD842\uDFB7田", "", "", ""),
                        List.of(NoticeSamples.yuanLoan("L2"))));
        List<MissingGlyph> missing = PRESS.missingGlyphs(letters, "demand");
        assertEquals(List.of(new MissingGlyph("N2", 0x20BB7)), missing);
        assertEquals("U+20BB7", missing.get(0).unicode());
        Path pdf = folder.resolve("run.pdf");
        assertThrows(IllegalStateException.class, () -> PRESS.print(letters, "demand", pdf));
        assertTrue(Files.notExists(pdf), "a refused run left a file");
    }

    @Test
    void aControlCharacterCountsAsMissingAndABlankDoesNot() {
        assertEquals(
                List.of(new MissingGlyph("N20260315-000001", 1)),
                PRESS.missingGlyphs(List.of(NoticeSamples.named("张\u0001三")), "demand"));
        assertEquals(List.of(), PRESS.missingGlyphs(List.of(NoticeSamples.named("张\u3000三\u200b")), "demand"));
    }

    @Test
    void anEmptyRunATooLongRunAndARepeatedNumberAreRefused() {
        Path pdf = folder.resolve("run.pdf");
        NoticeView letter = NoticeSamples.notice("N1", NoticeSamples.yuanLoan("L1"));
        assertThrows(IllegalArgumentException.class, () -> PRESS.print(List.of(), "demand", pdf));
        assertThrows(IllegalArgumentException.class, () -> PRESS.print(NoticeSamples.run(501), "demand", pdf));
        assertThrows(IllegalArgumentException.class, () -> PRESS.print(List.of(letter, letter), "demand", pdf));
    }

    @Test
    void aTemplateThatIsNotXhtmlIsNamedWithItsLetter() throws IOException {
        Files.createDirectories(folder.resolve("letters"));
        Files.writeString(
                folder.resolve("letters/demand.zh.vm"),
                "<p>$letter.noticeNo\n#foreach($loan in $letter.loans)$loan.loanNo"
                        + " $format.amount($loan.totalMinor, $loan.digits)#end</div>");
        LetterPress press = new LetterPress(Templates.in(folder));
        TemplateException failure = assertThrows(
                TemplateException.class,
                () -> press.print(List.of(NoticeSamples.named("张三")), "demand", folder.resolve("run.pdf")));
        assertEquals("letters/demand.zh.vm (letter N20260315-000001:2)", failure.place());
    }

    private static List<String> numbers(List<PrintedLetter> printed) {
        return printed.stream().map(PrintedLetter::noticeNo).toList();
    }

    private static List<String> positions(List<PrintedLetter> printed) {
        return printed.stream()
                .map(letter -> letter.noticeNo() + " " + letter.firstPage())
                .toList();
    }

    private static List<String> bookmarks(PDDocument document) throws IOException {
        List<PDPage> pages = new ArrayList<>();
        document.getPages().forEach(pages::add);
        List<String> bookmarks = new ArrayList<>();
        for (PDOutlineItem item :
                document.getDocumentCatalog().getDocumentOutline().children()) {
            PDPage page = item.findDestinationPage(document);
            bookmarks.add(item.getTitle() + " " + (pages.indexOf(page) + 1));
        }
        return bookmarks;
    }

    private static List<String> pages(PDDocument document) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        List<String> pages = new ArrayList<>();
        for (int page = 1; page <= document.getNumberOfPages(); page++) {
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            pages.add(stripper.getText(document));
        }
        return pages;
    }

    private String id(String file) throws IOException {
        try (PDDocument document = Loader.loadPDF(folder.resolve(file).toFile())) {
            return String.valueOf(document.getDocument().getDocumentID());
        }
    }
}
