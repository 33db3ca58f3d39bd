package org.arrears.contact.letter;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.arrears.contact.render.NoticeView;
import org.arrears.disk.PrivateFiles;

/**
 * What makes a print run's pages a file: bookmarks, metadata and identity that come from the letters, and safe
 * writing.
 */
final class PrintRunFile {
    private PrintRunFile() {}

    static void finish(
            PDDocument document,
            List<NoticeView> letters,
            List<LetterBatch.Sheet> sheets,
            List<PrintedLetter> printed) {
        document.getDocumentCatalog().setDocumentOutline(bookmarks(document, printed));
        document.getDocumentCatalog().setLanguage(letters.get(0).language());
        document.setDocumentInformation(metadata(letters.get(0), printed));
        document.setDocumentId(identity(sheets));
    }

    private static PDDocumentOutline bookmarks(PDDocument document, List<PrintedLetter> printed) {
        PDDocumentOutline outline = new PDDocumentOutline();
        List<PDPage> pages = new ArrayList<>();
        document.getPages().forEach(pages::add);
        for (PrintedLetter letter : printed) {
            PDPageFitDestination target = new PDPageFitDestination();
            target.setPage(pages.get(letter.firstPage() - 1));
            PDOutlineItem bookmark = new PDOutlineItem();
            bookmark.setTitle(letter.noticeNo());
            bookmark.setDestination(target);
            outline.addLast(bookmark);
        }
        return outline;
    }

    private static PDDocumentInformation metadata(NoticeView first, List<PrintedLetter> printed) {
        PrintedLetter head = printed.get(0);
        PrintedLetter tail = printed.get(printed.size() - 1);
        PDDocumentInformation metadata = new PDDocumentInformation();
        metadata.setTitle(head.template() + " " + first.asOf() + ", " + head.noticeNo() + " - " + tail.noticeNo());
        metadata.setAuthor(first.creditor().name());
        metadata.setProducer("arrears");
        metadata.setCreationDate(midnight(first.asOf()));
        return metadata;
    }

    private static GregorianCalendar midnight(LocalDate day) {
        return GregorianCalendar.from(day.atStartOfDay(ZoneOffset.UTC));
    }

    /** PDFBox takes the clock for the file's ID unless it is given a number. */
    private static long identity(List<LetterBatch.Sheet> sheets) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (LetterBatch.Sheet sheet : sheets) {
                digest.update(sheet.xhtml().getBytes(StandardCharsets.UTF_8));
            }
            return ByteBuffer.wrap(digest.digest()).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Looks at a file before it counts as written. */
    interface Check {
        void look(Path file) throws IOException;
    }

    /** Only its owner may read it, and readers never see half of it, nor one that the check refuses. */
    static void write(PDDocument document, Path pdf, Check check) throws IOException {
        Path folder = pdf.toAbsolutePath().getParent();
        Path part = Files.createTempFile(folder, ".print-", ".part");
        try {
            try (OutputStream out = PrivateFiles.rewrite(part)) {
                document.save(out);
            }
            check.look(part);
            Files.move(part, pdf, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
