package org.arrears.core.policy;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** The bytes of a policy or mapping file as text: not too long, strict UTF-8, no characters that YAML forbids. */
public final class PolicyText {

    static final int MOST_BYTES = 1 << 20;

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private PolicyText() {}

    /** Returns the text without a byte order mark, or empty after saying why there is none. */
    public static Optional<String> of(byte[] bytes, PolicyIssues issues) {
        if (bytes.length > MOST_BYTES) {
            issues.error(Place.TOP, "the file has " + bytes.length + " bytes", "at most " + MOST_BYTES);
            return Optional.empty();
        }
        CharBuffer decoded = CharBuffer.allocate(bytes.length);
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        CharsetDecoder strict = StandardCharsets.UTF_8.newDecoder();
        CoderResult result = strict.decode(rest, decoded, true);
        String text = decoded.flip().toString();
        if (result.isError()) {
            String hex = String.format(Locale.ROOT, "0x%02X", bytes[rest.position()]);
            issues.error(new Place("", lineAtEnd(text)), "the byte " + hex + " is not UTF-8", "UTF-8 text");
            return Optional.empty();
        }
        return printable(text, issues);
    }

    private static Optional<String> printable(String text, PolicyIssues issues) {
        OptionalInt bad =
                text.codePoints().filter(c -> !StreamReader.isPrintable(c)).findFirst();
        if (bad.isPresent()) {
            String before = text.substring(0, text.indexOf(bad.getAsInt()));
            String name = String.format(Locale.ROOT, "U+%04X", bad.getAsInt());
            issues.error(new Place("", lineAtEnd(before)), "the character " + name + " may not stand in YAML", "");
            return Optional.empty();
        }
        boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
        return Optional.of(marked ? text.substring(1) : text);
    }

    private static int lineAtEnd(String text) {
        return 1 + (int) text.chars().filter(c -> c == '\n').count();
    }
}
