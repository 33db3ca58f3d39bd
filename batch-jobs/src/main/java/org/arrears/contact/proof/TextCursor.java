package org.arrears.contact.proof;

import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Where a page's next character goes. */
final class TextCursor {

    private static final double THOUSAND = 1_000;

    private AffineTransform lineStart = new AffineTransform();
    private AffineTransform text = new AffineTransform();

    void begin() {
        set(new AffineTransform());
    }

    void set(AffineTransform matrix) {
        lineStart = matrix;
        text = new AffineTransform(matrix);
    }

    /** Begins a line so far from the start of this one. */
    void move(double x, double y) {
        lineStart.translate(x, y);
        text = new AffineTransform(lineStart);
    }

    Line line(Pen pen, int order) {
        return new Line(pen, order);
    }

    /** The characters of one showing of text, side by side. */
    final class Line {

        private final Pen pen;
        private final int order;
        private final List<Glyphs.Glyph> glyphs = new ArrayList<>();
        private double[] starts = new double[64];
        private double x;

        private Line(Pen pen, int order) {
            this.pen = pen;
            this.order = order;
        }

        void add(Glyphs.Glyph glyph) {
            if (glyphs.size() == starts.length) {
                starts = Arrays.copyOf(starts, starts.length * 2);
            }
            starts[glyphs.size()] = x;
            glyphs.add(glyph);
            double advance = glyph.width() / THOUSAND * pen.size + pen.charSpace;
            x += (advance + (glyph.space() ? pen.wordSpace : 0)) * pen.stretch;
        }

        /** Moves on by thousandths of an em to the left. */
        void adjust(double thousandths) {
            x -= thousandths / THOUSAND * pen.size * pen.stretch;
        }

        Optional<PrintedText> end() {
            Optional<PrintedText> printed = glyphs.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new PrintedText(glyphs, Arrays.copyOf(starts, glyphs.size()), text, pen, order));
            text.translate(x, 0);
            return printed;
        }
    }
}
