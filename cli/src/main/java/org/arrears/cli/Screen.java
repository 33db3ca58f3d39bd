package org.arrears.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Locale;
import org.arrears.core.text.Shown;
import org.arrears.guard.HarmlessWriter;

/**
 * Stdout or stderr as people read it: text from outside is made harmless here, whoever prints it; what steers the
 * terminal is a {@link Steering} and passes.
 */
final class Screen extends PrintWriter {

    /** What we do to a terminal ourselves. */
    enum Steering {
        REWRITE_LINE("\r\u001b[2K"),
        REWRITE_BELOW("\r\u001b[J"),
        LINE_UP("\u001b[1A"),
        GREEN("\u001b[32m"),
        RED("\u001b[31m"),
        PLAIN("\u001b[0m");

        private final String sequence;

        Steering(String sequence) {
            this.sequence = sequence;
        }
    }

    private final PrintWriter stream;
    private final boolean messages;

    private Screen(PrintWriter stream, boolean messages) {
        super(new HarmlessWriter(stream), true);
        this.stream = stream;
        this.messages = messages;
    }

    /** Shows results, which may have many lines. */
    static Screen ofResults(PrintWriter stream) {
        return new Screen(stream, false);
    }

    /** Shows messages, each of which begins a line: further lines are indented and cannot pretend to be another. */
    static Screen ofMessages(PrintWriter stream) {
        return new Screen(stream, true);
    }

    @Override
    public void println(String text) {
        super.println(messages ? text.replace("\n", "\n  ") : text);
    }

    void steer(Steering what) {
        stream.print(what.sequence);
    }

    /** Returns the stream itself, for text in which nothing is from outside, and for bytes that must not change. */
    PrintWriter unguarded() {
        return stream;
    }

    /** Says whether whoever reads has gone. */
    @Override
    public boolean checkError() {
        return super.checkError() || stream.checkError();
    }

    /** Formats values that each stay on one line: a name with a line end in it cannot pretend to be a line of ours. */
    @Override
    public PrintWriter format(Locale locale, String format, Object... values) {
        return super.format(
                locale, format, Arrays.stream(values).map(Screen::onOneLine).toArray());
    }

    @Override
    public PrintWriter format(String format, Object... values) {
        return format(Locale.ROOT, format, values);
    }

    private static Object onOneLine(Object value) {
        return value instanceof Number || value instanceof Character ? value : Shown.line(String.valueOf(value));
    }
}
