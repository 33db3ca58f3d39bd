package org.arrears.export;

import org.arrears.core.condition.ConditionReading;

/** What was asked for cannot be understood: where in which option, what was expected, and an example. */
public final class WrongRequestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 60;
    private static final int BEFORE = 40;

    WrongRequestException(String message) {
        super(message);
    }

    /** Says what is wrong with a condition. */
    static WrongRequestException in(String option, String text, ConditionReading.Wrong wrong) {
        return wrong.index().isPresent()
                ? at(option, text, wrong.index().getAsInt(), wrong.rule())
                : new WrongRequestException(option + " " + wrong.rule());
    }

    /** Points at a place of an option's text. */
    static WrongRequestException at(String option, String text, int index, String rule) {
        int from = Math.max(0, index - BEFORE);
        int to = Math.min(text.length(), from + SHOWN);
        String excerpt = text.substring(from, to).replaceAll("\\p{Cntrl}", " ");
        return new WrongRequestException(option + ", character " + (index + 1) + ": " + rule + "\n  "
                + (from > 0 ? "…" : " ") + excerpt + (to < text.length() ? "…" : "") + "\n   "
                + " ".repeat(index - from) + "^");
    }
}
