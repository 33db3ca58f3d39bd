package org.arrears.guard;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Arguments and file names as the system gives them: by the locale's character set, which may lack theirs. */
public final class NativeText {

    private static final char LOST = '\ufffd';

    private NativeText() {}

    /** Says whether characters were lost when a text came from the system. */
    public static boolean isBroken(String text) {
        return text.indexOf(LOST) >= 0 && !charset().equals(StandardCharsets.UTF_8);
    }

    /** Returns what went wrong and what helps. */
    public static String reason() {
        return "this process has the character set " + charset().name()
                + ", which lacks them: set LC_ALL=C.UTF-8 or another UTF-8 locale of `locale -a`, or start bin/arrears,"
                + " which does";
    }

    private static Charset charset() {
        return Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));
    }
}
