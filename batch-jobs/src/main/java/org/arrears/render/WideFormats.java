package org.arrears.render;

import java.util.regex.Pattern;

/** Refuses {@code %999999999s}: a width that fills the memory. */
final class WideFormats {

    private static final Pattern WIDE = Pattern.compile("%[^a-zA-Z%]*[0-9]{4}");

    private WideFormats() {}

    static void refuse(String text, Object[] arguments) {
        boolean wide = WIDE.matcher(text).find();
        for (Object argument : arguments) {
            wide |= argument instanceof String format && WIDE.matcher(format).find();
        }
        if (wide) {
            throw new LimitExceededException("formats a text wider than 999 characters", "give a smaller width");
        }
    }
}
