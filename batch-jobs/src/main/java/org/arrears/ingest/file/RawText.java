package org.arrears.ingest.file;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Lets text through to a parser and remembers it from the current record on, so that a rejected row can be given back
 * verbatim. Refuses a record above a limit, which also bounds the parser's memory.
 */
final class RawText extends FilterReader {

    static final int MAX_RECORD_CHARS = 1 << 20;

    private final StringBuilder window = new StringBuilder(1 << 15);
    private long windowStart;
    private long recordStart;
    private char last = '\n';

    RawText(Reader in) {
        super(in);
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        if (count > 0) {
            window.delete(0, (int) (recordStart - windowStart));
            windowStart = recordStart;
            if (window.length() > MAX_RECORD_CHARS) {
                throw new RecordTooLongException(MAX_RECORD_CHARS);
            }
            window.append(target, offset, count);
            last = target[offset + count - 1];
        }
        return count;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    /** Says that the parser is now past everything before this character position. */
    void recordStartsAt(long position) {
        recordStart = Math.max(position, windowStart);
    }

    /** Says whether the text read so far ends within a line. */
    boolean endsWithinLine() {
        return last != '\n' && last != '\r';
    }

    /** Returns the current record as it stands in the file, without its line end. */
    String record() {
        int from = (int) (recordStart - windowStart);
        boolean quoted = false;
        for (int i = from; i < window.length(); i++) {
            char c = window.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '\n' || c == '\r')) {
                return window.substring(from, i);
            }
        }
        return window.substring(from);
    }
}
