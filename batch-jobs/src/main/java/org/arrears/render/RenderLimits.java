package org.arrears.render;

import java.time.Duration;

/**
 * How much one rendering of a template may use.
 *
 * @param time from its begin to its end
 * @param rounds of all its loops together; also the most a list may hold
 * @param characters that it prints, and that a text it makes may have
 */
public record RenderLimits(Duration time, int rounds, int characters) {

    /** Files that one template takes in by {@code #parse}, one inside the other. */
    public static final int DEPTH = 10;

    /** The time a notice may take, to be rendered or to be laid out. */
    public static final Duration TIME = Duration.ofSeconds(10);

    /** Rounds of all loops of one notice. */
    public static final int ROUNDS = 1_000_000;

    /** The largest template or style sheet, in bytes. */
    public static final int FILE_BYTES = 1 << 20;

    public static RenderLimits ofCharacters(int characters) {
        return new RenderLimits(TIME, ROUNDS, characters);
    }
}
