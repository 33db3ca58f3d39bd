package org.arrears.contact.proof;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.jspecify.annotations.Nullable;

/** The part of a PDF's graphics state that decides where text lands and whether it can be seen. */
final class Pen {

    /** Text that is neither filled nor stroked. */
    private static final int INVISIBLE = 3;

    private static final int ONLY_CLIPS = 7;

    final AffineTransform page;
    Rectangle2D clip;
    Ink fill = Ink.BLACK;
    double alpha = 1;

    @Nullable
    PDFont font;

    double size;
    double stretch = 1;
    double rise;
    double charSpace;
    double wordSpace;
    int mode;

    Pen(AffineTransform page, Rectangle2D clip) {
        this.page = page;
        this.clip = clip;
    }

    Pen copy() {
        Pen copy = new Pen(new AffineTransform(page), clip);
        copy.fill = fill;
        copy.alpha = alpha;
        copy.font = font;
        copy.size = size;
        copy.stretch = stretch;
        copy.rise = rise;
        copy.charSpace = charSpace;
        copy.wordSpace = wordSpace;
        copy.mode = mode;
        return copy;
    }

    Ink ink() {
        return mode == INVISIBLE || mode == ONLY_CLIPS ? fill.withAlpha(0) : fill.withAlpha(alpha);
    }
}
