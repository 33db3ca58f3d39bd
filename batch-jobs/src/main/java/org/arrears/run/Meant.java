package org.arrears.run;

import java.util.Locale;

/** What somebody says is meant although it looks like a mistake; each has a flag that holds for one run. */
public enum Meant {
    /** A business date many days after the newest assessed one. */
    SKIP_AHEAD,
    /** A business date before the newest assessed one. */
    EARLIER,
    /** A business date other than that in the name of the inbox or of a file in it. */
    AGAIN;

    /** The flag on the command line: {@code --skip-ahead}. */
    public String flag() {
        return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Meant of(String flag) {
        for (Meant meant : values()) {
            if (meant.flag().equals(flag)) {
                return meant;
            }
        }
        throw new IllegalStateException("nothing is meant by " + flag);
    }
}
