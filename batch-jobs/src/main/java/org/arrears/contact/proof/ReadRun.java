package org.arrears.contact.proof;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.function.IntUnaryOperator;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** A print run's file, read once from its first page to its last, letter by letter. */
public final class ReadRun implements AutoCloseable {

    private final PDDocument document;
    private final Iterator<PDPage> pages;
    private final IntUnaryOperator alike;
    private final PageReader reader = new PageReader();

    private ReadRun(PDDocument document, IntUnaryOperator alike) {
        this.document = document;
        this.pages = document.getPages().iterator();
        this.alike = alike;
    }

    /** Opens it; code points that look the same are made one. */
    public static ReadRun of(Path pdf, IntUnaryOperator alike) throws IOException {
        return new ReadRun(Loader.loadPDF(pdf.toFile()), alike);
    }

    /** Reads the next letter, of so many pages. */
    public ReadLetter next(int count) throws IOException {
        ReadLetter letter = new ReadLetter(alike);
        for (int i = 0; i < count; i++) {
            letter.add(reader.read(pages.next()));
        }
        return letter;
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
