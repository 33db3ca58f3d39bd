package org.arrears.contact.letter;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.PageBox;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.arrears.contact.render.TemplateException;
import org.arrears.print.Figures;
import org.arrears.render.RenderLimits;
import org.arrears.render.TimedWork;
import org.w3c.dom.Document;

/** Lays letters out on pages of a document, within limits of time and pages. */
final class LetterLayout {

    private static final int PAGES = 20;

    private final PDDocument document;
    private final PDFontSupplier font;

    LetterLayout(PDDocument document, LetterFont font) throws IOException {
        this.document = document;
        this.font = new PDFontSupplier(font.embedIn(document));
    }

    /** The most pages of a letter: many loans need many. */
    private static int mostPages(LetterBatch.Sheet sheet) {
        return PAGES + sheet.letter().loans().size();
    }

    /** Prints a batch behind what is printed already. */
    List<PrintedLetter> print(List<LetterBatch.Sheet> batch, Document xhtml) {
        Duration time = RenderLimits.TIME.multipliedBy(batch.size());
        try {
            return TimedWork.within(time, "layout", () -> laidOut(batch, xhtml));
        } catch (TimeoutException late) {
            throw fault(batch, "takes more than " + time.toSeconds() + " s to be laid out", "make it simpler");
        } catch (StackOverflowError deep) {
            throw fault(batch, "has elements or selectors that nest too deep", "make them flatter");
        } catch (OutOfMemoryError large) {
            throw fault(batch, "needs more memory than there is to be laid out", "make its pages and pictures smaller");
        } catch (TemplateException known) {
            throw known;
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while letters were laid out", hurried);
        } catch (Exception failed) {
            throw fault(batch, "cannot be laid out: " + failed.getMessage(), "correct the template or its style sheet");
        }
    }

    private static TemplateException fault(List<LetterBatch.Sheet> batch, String rule, String nextStep) {
        String last =
                batch.size() == 1 ? "" : " to " + batch.get(batch.size() - 1).noticeNo();
        return new TemplateException(
                batch.get(0).path() + " (letter " + batch.get(0).noticeNo() + last + ")", rule, nextStep);
    }

    private List<PrintedLetter> laidOut(List<LetterBatch.Sheet> batch, Document xhtml) throws IOException {
        LetterImages images = new LetterImages();
        try (PdfBoxRenderer renderer = renderer(xhtml, images)) {
            int pagesBefore = document.getNumberOfPages();
            renderer.layout();
            if (images.fault().isPresent()) {
                throw fault(batch, images.fault().get(), "make the picture smaller");
            }
            List<PrintedLetter> printed = positions(renderer, batch, pagesBefore);
            renderer.createPDFWithoutClosing();
            return printed;
        }
    }

    private PdfBoxRenderer renderer(Document xhtml, LetterImages images) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePDDocument(document);
        builder.useFont(font, LetterFont.FAMILY);
        builder.useExternalResourceAccessControl(
                (uri, type) -> images.allows(uri), ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.withW3cDocument(xhtml, "");
        return builder.buildPdfRenderer();
    }

    private static List<PrintedLetter> positions(
            PdfBoxRenderer renderer, List<LetterBatch.Sheet> batch, int pagesBefore) {
        List<PageBox> pages = renderer.getRootBox().getLayer().getPages();
        List<PrintedLetter> printed = new ArrayList<>(batch.size());
        int next = pages.size();
        for (int i = batch.size() - 1; i >= 0; i--) {
            Box box = renderer.getSharedContext().getBoxById(LetterBatch.id(i));
            int first = pageAt(pages, box.getAbsY());
            LetterBatch.Sheet sheet = batch.get(i);
            requireFew(sheet, next - first);
            printed.add(
                    0, new PrintedLetter(sheet.noticeNo(), pagesBefore + first + 1, next - first, sheet.template()));
            next = first;
        }
        return printed;
    }

    private static void requireFew(LetterBatch.Sheet sheet, int pages) {
        if (pages > mostPages(sheet)) {
            throw new TemplateException(
                    sheet.place(),
                    String.format(
                            Locale.ROOT, "has %s pages; %d and one a loan are the most", Figures.grouped(pages), PAGES),
                    "print less, or with smaller margins and heights");
        }
    }

    private static int pageAt(List<PageBox> pages, int y) {
        int page = 0;
        while (pages.get(page).getBottom() <= y) {
            page++;
        }
        return page;
    }
}
