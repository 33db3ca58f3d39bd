package org.arrears.contact.proof;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;

/** Characters of a page that are printed in one go, side by side. */
final class PrintedText {

    /** The smallest text that counts as read. */
    static final int LEAST_SIZE = 6;

    private static final double DESCENT = -0.15;
    private static final double HEIGHT = 0.9;
    private static final double THOUSAND = 1_000;
    private static final double LEAST_SHARE = 0.5;
    private static final double LEAST_CONTRAST = 2;
    private static final double TOLERANCE = 0.001;
    private static final double LEAST_INSIDE = 0.7;
    private static final double MOST_COVERED = 0.25;

    private final List<Glyphs.Glyph> glyphs;
    private final double[] starts;
    private final AffineTransform place;
    private final Pen pen;
    private final double bottom;
    private final double size;
    private final int order;

    /**
     * Notes what was printed.
     *
     * @param starts where each glyph begins, before it is placed on the page
     * @param order when, among all that was painted on the page
     */
    PrintedText(List<Glyphs.Glyph> glyphs, double[] starts, AffineTransform text, Pen pen, int order) {
        this.glyphs = List.copyOf(glyphs);
        this.starts = starts;
        this.pen = pen.copy();
        this.order = order;
        this.place = new AffineTransform(pen.page);
        place.concatenate(text);
        this.bottom = pen.rise + DESCENT * pen.size;
        double across = Math.hypot(place.getScaleX(), place.getShearY()) * pen.stretch;
        double upwards = Math.hypot(place.getShearX(), place.getScaleY());
        this.size = pen.size * Math.min(across, upwards);
    }

    /** Something painted as a rectangle: a ground or a cover; no ink if its colour is not known. */
    record Patch(Rectangle2D box, Optional<Ink> ink, int order) {}

    /** Is given each character and why it cannot be seen, if it cannot. */
    interface Taker {
        void take(String text, Optional<Unseen> unseen);
    }

    /** Looks at all of them together first: most texts lie on one ground, with nothing in their way. */
    void forEach(Rectangle2D page, List<Patch> patches, Taker taker) {
        Rectangle2D whole = box(starts[0], starts[starts.length - 1] + width(starts.length - 1));
        boolean plain = page.contains(whole) && pen.clip.contains(whole) && evenly(whole, patches);
        Optional<Unseen> ofAll = plain ? unseen(whole, page, patches) : Optional.empty();
        for (int i = 0; i < starts.length; i++) {
            String text = glyphs.get(i).text();
            if (share(i) < LEAST_SHARE) {
                taker.take(text, Optional.of(Unseen.SQUEEZED));
            } else if (plain) {
                taker.take(text, ofAll);
            } else {
                taker.take(text, unseen(box(starts[i], starts[i] + width(i)), page, patches));
            }
        }
    }

    private boolean evenly(Rectangle2D whole, List<Patch> patches) {
        for (Patch patch : patches) {
            if (patch.box().intersects(whole)
                    && (patch.order() > order || !patch.box().contains(whole))) {
                return false;
            }
        }
        return true;
    }

    private Optional<Unseen> unseen(Rectangle2D box, Rectangle2D page, List<Patch> patches) {
        if (inside(box, page) < LEAST_INSIDE) {
            return Optional.of(Unseen.OFF_PAGE);
        }
        if (inside(box, pen.clip) < LEAST_INSIDE) {
            return Optional.of(Unseen.CLIPPED);
        }
        if (size < LEAST_SIZE - TOLERANCE) {
            return Optional.of(Unseen.SMALL);
        }
        return painted(box, patches);
    }

    private Optional<Unseen> painted(Rectangle2D box, List<Patch> patches) {
        Optional<Ink> ground = Optional.of(Ink.PAPER);
        for (Patch patch : patches) {
            double covered = inside(box, patch.box());
            if (patch.order() > order && covered > MOST_COVERED) {
                return Optional.of(Unseen.COVERED);
            }
            if (patch.order() < order && covered > 1 - MOST_COVERED) {
                Ink under = ground.orElse(Ink.PAPER);
                ground = patch.ink().map(ink -> ink.on(under));
            }
        }
        Ink ink = pen.ink();
        return ground.filter(under -> ink.on(under).contrast(under) < LEAST_CONTRAST)
                .map(under -> Unseen.PALE);
    }

    private double width(int glyph) {
        return glyphs.get(glyph).width() / THOUSAND * pen.size * pen.stretch;
    }

    /** How much of its own width there is until the next character; the last is as close to the one before. */
    private double share(int glyph) {
        int left = glyph + 1 == starts.length ? glyph - 1 : glyph;
        return left < 0 || width(left) <= 0 ? 1 : (starts[left + 1] - starts[left]) / width(left);
    }

    private Rectangle2D box(double left, double right) {
        double top = bottom + HEIGHT * pen.size;
        double[] corners = {left, bottom, right, bottom, right, top, left, top};
        place.transform(corners, 0, corners, 0, 4);
        double minX = Math.min(Math.min(corners[0], corners[2]), Math.min(corners[4], corners[6]));
        double maxX = Math.max(Math.max(corners[0], corners[2]), Math.max(corners[4], corners[6]));
        double minY = Math.min(Math.min(corners[1], corners[3]), Math.min(corners[5], corners[7]));
        double maxY = Math.max(Math.max(corners[1], corners[3]), Math.max(corners[5], corners[7]));
        return new Rectangle2D.Double(minX, minY, maxX - minX, maxY - minY);
    }

    /** The part of a box that lies in another, from 0 to 1. */
    private static double inside(Rectangle2D box, Rectangle2D other) {
        double width = Math.min(box.getMaxX(), other.getMaxX()) - Math.max(box.getMinX(), other.getMinX());
        double height = Math.min(box.getMaxY(), other.getMaxY()) - Math.max(box.getMinY(), other.getMinY());
        double area = box.getWidth() * box.getHeight();
        return width <= 0 || height <= 0 || area <= 0 ? 0 : width * height / area;
    }
}
