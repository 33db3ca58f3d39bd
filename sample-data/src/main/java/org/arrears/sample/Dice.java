package org.arrears.sample;

import java.util.SplittableRandom;

/** The random draws of one loan, customer or night: fixed by seed, purpose and index alone, on every machine. */
final class Dice {
    private final SplittableRandom random;

    Dice(long seed, Purpose purpose, long index) {
        this.random = new SplittableRandom(mix(mix(mix(seed) + purpose.stream) + index));
    }

    /** What a draw is for; each purpose has its own stream, so that one never shifts another. */
    enum Purpose {
        LOAN(1),
        CUSTOMER(2),
        LATER_NIGHT(3);

        private final int stream;

        Purpose(int stream) {
            this.stream = stream;
        }
    }

    /** A number from 0 to bound - 1, by our own arithmetic because the JDK's differs between releases. */
    int below(int bound) {
        return (int) (((random.nextLong() >>> 33) * bound) >>> 31);
    }

    int between(int least, int most) {
        return least + below(most - least + 1);
    }

    boolean chance(int partsPerMillion) {
        return below(1_000_000) < partsPerMillion;
    }

    String pick(String[] choices) {
        return choices[below(choices.length)];
    }

    /** The finalizer of SplitMix64: neighbouring seeds and indexes give unrelated streams. */
    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
