package org.arrears.render;

import java.lang.reflect.RecordComponent;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a reference of a template may print: text, numbers and flags, never a whole record, list or date. */
public final class PrintableValue {

    /** Stands in the text of a record, which nobody may print; no character of any text. */
    private static final String WHOLE_RECORD = "\uffff";

    private PrintableValue() {}

    /** Returns what a record that must not be printed whole says when it is made a text. */
    public static String unprinted(String what) {
        return WHOLE_RECORD + what;
    }

    /** Returns the text of a value, or refuses it with the reference's name and what it could print. */
    static String of(String reference, Object value) {
        if (!isPrintable(value)) {
            throw new LimitExceededException("\"" + reference + "\" is " + what(value), advice(value));
        }
        String text = value.toString();
        if (text.contains(WHOLE_RECORD)) {
            throw new LimitExceededException(
                    "\"" + reference + "\" has a whole record in its text", "print single fields of it");
        }
        return text;
    }

    static boolean isPrintable(@Nullable Object value) {
        return value instanceof CharSequence
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Character
                || value instanceof Enum<?>;
    }

    private static String what(Object value) {
        if (value instanceof Record) {
            return "a record, not a text";
        }
        if (value instanceof Collection<?>) {
            return "a list, not a text";
        }
        return value instanceof Temporal ? "a date, not a text" : "not a text";
    }

    private static String advice(Object value) {
        if (value instanceof Record) {
            RecordComponent[] fields = value.getClass().getRecordComponents();
            return "print one of its fields: "
                    + Arrays.stream(fields).map(RecordComponent::getName).collect(Collectors.joining(", "));
        }
        if (value instanceof Collection<?>) {
            return "go through it with #foreach";
        }
        return value instanceof Temporal
                ? "print it with $format.date(...) or $format.day(...)"
                : "print a text, a number or a flag";
    }
}
