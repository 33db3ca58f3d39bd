package org.arrears.guard;

import java.util.regex.Pattern;

/** Passwords that stand in a text because somebody put them into a URL. */
public final class Secrets {

    private static final String HIDDEN = "***";

    /** Whatever is between the slashes of a URL and its last {@code @}. */
    private static final Pattern USER_INFO = Pattern.compile("(?<=[a-z0-9]:)//\\S*@", Pattern.CASE_INSENSITIVE);

    private static final Pattern PARAMETER =
            Pattern.compile("(\\w*(?:password|passwd|pwd)\\s*=)[^&\\s\"']+", Pattern.CASE_INSENSITIVE);

    private Secrets() {}

    /** Returns a text without the passwords of the URLs in it. */
    public static String hidden(String text) {
        String named = PARAMETER.matcher(text).replaceAll("$1" + HIDDEN);
        return USER_INFO.matcher(named).replaceAll("//" + HIDDEN + "@");
    }
}
