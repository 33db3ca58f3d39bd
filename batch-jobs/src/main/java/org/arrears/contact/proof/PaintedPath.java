package org.arrears.contact.proof;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The path a PDF is drawing, of which only rectangles matter here. */
final class PaintedPath {

    private static final double NEAR = 0.5;

    private final List<Point2D> points = new ArrayList<>();
    private boolean curved;

    void add(Point2D point) {
        points.add(point);
    }

    void curve() {
        curved = true;
    }

    void clear() {
        points.clear();
        curved = false;
    }

    /** The smallest upright rectangle around it. */
    Rectangle2D bounds() {
        Path2D path = new Path2D.Double();
        for (Point2D point : points) {
            if (path.getCurrentPoint() == null) {
                path.moveTo(point.getX(), point.getY());
            } else {
                path.lineTo(point.getX(), point.getY());
            }
        }
        return path.getBounds2D();
    }

    /** The rectangle that it is, if it is one. */
    Optional<Rectangle2D> rectangle() {
        if (curved || points.size() < 4) {
            return Optional.empty();
        }
        Rectangle2D box = bounds();
        boolean corners = points.stream()
                .allMatch(point -> near(point.getX(), box.getMinX(), box.getMaxX())
                        && near(point.getY(), box.getMinY(), box.getMaxY()));
        return corners ? Optional.of(box) : Optional.empty();
    }

    private static boolean near(double value, double one, double other) {
        return Math.abs(value - one) < NEAR || Math.abs(value - other) < NEAR;
    }
}
