package org.arrears.contact.proof;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;

/**
 * Follows what a page paints, in the order of painting, as far as that decides what text can be seen. Much lighter than
 * rendering: a page takes well under a millisecond.
 */
final class PageReader extends PDFStreamEngine {

    private final Map<COSDictionary, Glyphs> fonts = new HashMap<>();
    private final Deque<Pen> saved = new ArrayDeque<>();
    private final PaintedPath path = new PaintedPath();
    private final List<PrintedText> texts = new ArrayList<>();
    private final List<PrintedText.Patch> patches = new ArrayList<>();
    private final TextCursor cursor = new TextCursor();
    private Rectangle2D paper = new Rectangle2D.Double();
    private Pen pen = new Pen(new AffineTransform(), paper);
    private boolean clipping;
    private int order;

    /** What a page shows. */
    record Page(Rectangle2D paper, List<PrintedText> texts, List<PrintedText.Patch> patches) {}

    Page read(PDPage page) throws IOException {
        PDRectangle box = page.getCropBox();
        paper = new Rectangle2D.Double(box.getLowerLeftX(), box.getLowerLeftY(), box.getWidth(), box.getHeight());
        pen = new Pen(new AffineTransform(), paper);
        saved.clear();
        texts.clear();
        patches.clear();
        order = 0;
        processPage(page);
        return new Page(paper, List.copyOf(texts), List.copyOf(patches));
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        order++;
        switch (operator.getName()) {
            case "q" -> saved.push(pen.copy());
            case "Q" -> pen = saved.isEmpty() ? pen : saved.pop();
            case "cm" -> pen.page.concatenate(matrix(operands));
            case "gs" -> state((COSName) operands.get(0));
            case "Do" -> paint((COSName) operands.get(0));
            default -> {
                if (!text(operator.getName(), operands) && !color(operator.getName(), operands)) {
                    path(operator.getName(), operands);
                }
            }
        }
    }

    private boolean text(String operator, List<COSBase> operands) throws IOException {
        switch (operator) {
            case "BT" -> cursor.begin();
            case "Tf" -> {
                pen.font = getResources().getFont((COSName) operands.get(0));
                pen.size = number(operands, 1);
            }
            case "Tm" -> cursor.set(matrix(operands));
            case "Td", "TD" -> cursor.move(number(operands, 0), number(operands, 1));
            case "Tc" -> pen.charSpace = number(operands, 0);
            case "Tw" -> pen.wordSpace = number(operands, 0);
            case "Tz" -> pen.stretch = number(operands, 0) / 100;
            case "Ts" -> pen.rise = number(operands, 0);
            case "Tr" -> pen.mode = (int) number(operands, 0);
            case "Tj" -> show(List.of(operands.get(0)));
            case "TJ" -> show(((COSArray) operands.get(0)).toList());
            default -> {
                return false;
            }
        }
        return true;
    }

    private void show(List<? extends COSBase> pieces) throws IOException {
        PDFont font = pen.font;
        if (font == null) {
            return;
        }
        Glyphs glyphs = fonts.computeIfAbsent(font.getCOSObject(), dictionary -> new Glyphs(font));
        TextCursor.Line line = cursor.line(pen, order);
        for (COSBase piece : pieces) {
            if (piece instanceof COSString string) {
                glyphs.forEach(string.getBytes(), line::add);
            } else if (piece instanceof COSNumber adjustment) {
                line.adjust(adjustment.floatValue());
            }
        }
        line.end().ifPresent(texts::add);
    }

    private boolean color(String operator, List<COSBase> operands) {
        switch (operator) {
            case "rg", "g", "k", "sc", "scn" -> ink(operands).ifPresent(ink -> pen.fill = ink);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static Optional<Ink> ink(List<COSBase> operands) {
        double[] parts = operands.stream()
                .filter(COSNumber.class::isInstance)
                .mapToDouble(part -> ((COSNumber) part).floatValue())
                .toArray();
        return switch (parts.length) {
            case 1 -> Optional.of(Ink.gray(parts[0], 1));
            case 3 -> Optional.of(new Ink(parts[0], parts[1], parts[2], 1));
            case 4 -> Optional.of(Ink.cmyk(parts, 1));
            default -> Optional.empty();
        };
    }

    private void path(String operator, List<COSBase> operands) {
        switch (operator) {
            case "m", "l" -> point(number(operands, 0), number(operands, 1));
            case "re" -> {
                double x = number(operands, 0);
                double y = number(operands, 1);
                double right = x + number(operands, 2);
                double top = y + number(operands, 3);
                point(x, y);
                point(right, y);
                point(right, top);
                point(x, top);
            }
            case "c", "v", "y" -> {
                path.curve();
                for (int i = 0; i + 1 < operands.size(); i += 2) {
                    point(number(operands, i), number(operands, i + 1));
                }
            }
            case "W", "W*" -> clipping = true;
            case "f", "F", "f*", "B", "B*", "b", "b*" -> {
                path.rectangle().ifPresent(box -> cover(box, Optional.of(pen.fill.withAlpha(pen.alpha))));
                endPath();
            }
            case "S", "s", "n" -> endPath();
            default -> {} // what paints no text and covers none
        }
    }

    private void point(double x, double y) {
        path.add(pen.page.transform(new Point2D.Double(x, y), null));
    }

    private void endPath() {
        if (clipping) {
            pen.clip = pen.clip.createIntersection(path.bounds());
            clipping = false;
        }
        path.clear();
    }

    private void cover(Rectangle2D box, Optional<Ink> ink) {
        Rectangle2D seen = box.createIntersection(pen.clip);
        if (seen.getWidth() > 0 && seen.getHeight() > 0) {
            patches.add(new PrintedText.Patch(seen, ink, order));
        }
    }

    private void state(COSName name) {
        PDExtendedGraphicsState state = getResources().getExtGState(name);
        if (state != null && state.getNonStrokingAlphaConstant() != null) {
            pen.alpha = state.getNonStrokingAlphaConstant();
        }
    }

    /** A form paints as the page does; an image without transparent parts hides what lies under it. */
    private void paint(COSName name) throws IOException {
        PDXObject object = getResources().getXObject(name);
        if (object instanceof PDFormXObject form) {
            Pen before = pen.copy();
            pen.page.concatenate(form.getMatrix().createAffineTransform());
            showForm(form);
            pen = before;
        } else if (object != null) {
            COSDictionary image = object.getCOSObject();
            boolean shinesThrough = image.containsKey(COSName.SMASK) || image.containsKey(COSName.MASK);
            if (!shinesThrough) {
                Rectangle2D unit = new Rectangle2D.Double(0, 0, 1, 1);
                cover(pen.page.createTransformedShape(unit).getBounds2D(), Optional.empty());
            }
        }
    }

    private static AffineTransform matrix(List<COSBase> operands) {
        return new AffineTransform(
                number(operands, 0),
                number(operands, 1),
                number(operands, 2),
                number(operands, 3),
                number(operands, 4),
                number(operands, 5));
    }

    private static double number(List<COSBase> operands, int at) {
        return at < operands.size() && operands.get(at) instanceof COSNumber number ? number.floatValue() : 0;
    }
}
