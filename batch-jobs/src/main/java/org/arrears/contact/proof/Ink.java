package org.arrears.contact.proof;

/**
 * A colour as it is laid on paper, each part from 0 to 1.
 *
 * @param alpha 1 if nothing shines through
 */
record Ink(double red, double green, double blue, double alpha) {

    static final Ink BLACK = new Ink(0, 0, 0, 1);
    static final Ink PAPER = new Ink(1, 1, 1, 1);

    static Ink gray(double level, double alpha) {
        return new Ink(level, level, level, alpha);
    }

    static Ink cmyk(double[] parts, double alpha) {
        double light = 1 - parts[3];
        return new Ink((1 - parts[0]) * light, (1 - parts[1]) * light, (1 - parts[2]) * light, alpha);
    }

    Ink withAlpha(double other) {
        return new Ink(red, green, blue, other);
    }

    /** What is seen of this ink on a ground. */
    Ink on(Ink ground) {
        return new Ink(
                mixed(red, ground.red),
                mixed(green, ground.green),
                mixed(blue, ground.blue),
                Math.max(alpha, ground.alpha));
    }

    private double mixed(double own, double under) {
        return own * alpha + under * (1 - alpha);
    }

    /** The contrast ratio of WCAG 2: 1 for the same colour, 21 for black on white. */
    double contrast(Ink ground) {
        double own = luminance();
        double other = ground.luminance();
        return (Math.max(own, other) + 0.05) / (Math.min(own, other) + 0.05);
    }

    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
