package org.arrears.ingest.file;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.arrears.core.text.Shown;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;
import org.arrears.ingest.mapping.FileMapping;

/**
 * The rows of one CSV file (RFC 4180), one at a time, each with its line and its text as it stands there.
 *
 * <p>A structure that cannot be trusted (columns, quotes, encoding) refuses the whole file with its line.
 */
public final class CsvRows implements AutoCloseable {

    private final InputFile file;
    private final RawText raw;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final String header;
    private final FileStream stream;
    private final Layout layout;
    private final Optional<FileMapping> mapping;
    private long line;
    private long nextLine = 1;
    private boolean inHeader = true;

    private CsvRows(InputFile file, Dialect dialect, FileStream stream) throws IOException {
        this.file = file;
        this.stream = stream;
        this.raw = new RawText(stream.reader());
        this.parser = CSVParser.builder()
                .setReader(raw)
                .setFormat(CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get())
                .get();
        this.records = parser.iterator();
        CSVRecord first = advance();
        if (first == null) {
            throw refused("is empty: a header row with column names is needed");
        }
        this.header = raw.record();
        this.mapping = dialect.mapping().of(file.name());
        this.layout = Layout.of(file, List.of(first.values()), mapping, this::refused);
        this.inHeader = false;
    }

    public static CsvRows open(InputFile file, Dialect dialect) {
        try {
            FileStream stream = FileStream.open(file, dialect);
            try {
                return new CsvRows(file, dialect, stream);
            } catch (RuntimeException refused) {
                stream.reader().close();
                throw refused;
            }
        } catch (IOException broken) {
            throw FileStamp.unreadable(file, broken);
        }
    }

    /** Returns a row to read this file's rows with. */
    public CsvRow row() {
        return new CsvRow(layout);
    }

    public Layout layout() {
        return layout;
    }

    public long bytesRead() {
        return stream.bytesRead();
    }

    /** Moves to the next row; false at the end of the file. */
    public boolean next(CsvRow row) {
        CSVRecord record = advance();
        if (record == null) {
            requireLineEnd();
            return false;
        }
        if (line > Integer.MAX_VALUE) {
            throw refused("has more than " + Integer.MAX_VALUE + " lines");
        }
        row.start(record, line);
        return true;
    }

    /**
     * Refuses a file whose last row has no line end, as if it were cut off in it: an amount may have lost its last
     * digits. A header alone has no row to compare it with, and nothing in it to book.
     */
    private void requireLineEnd() {
        boolean allowed = mapping.map(FileMapping::anyLastLine).orElse(false)
                || ControlFile.of(file).map(ControlFile::statesDigest).orElse(false);
        if (parser.getRecordNumber() > 1 && raw.endsWithinLine() && !allowed) {
            throw refused(
                    line,
                    "ends within this row, without a line end, as if it were cut off: ask the sender for it whole, or"
                            + " for its sha256 in " + file.name() + ".ctl, or say last-line: any in a mapping");
        }
    }

    private @org.jspecify.annotations.Nullable CSVRecord advance() {
        try {
            if (!records.hasNext()) {
                return null;
            }
            CSVRecord row = records.next();
            raw.recordStartsAt(row.getCharacterPosition());
            line = nextLine;
            nextLine = parser.getCurrentLineNumber() + 1;
            return row;
        } catch (UncheckedIOException | IllegalStateException broken) {
            throw broken(broken);
        }
    }

    private ArrearsException broken(RuntimeException thrown) {
        Throwable cause = thrown.getCause() == null ? thrown : thrown.getCause();
        if (cause instanceof CharacterCodingException) {
            return refused("is not in the expected encoding near here: choose another with --charset or files.charset");
        }
        if (cause instanceof EOFException) {
            return refused("is cut off near here: its packed text ends early; ask the sender for it again");
        }
        if (String.valueOf(cause.getMessage()).contains("EOF reached before encapsulated token finished")) {
            return refused("has a quote here that is never closed");
        }
        return refused("is broken near here: " + Shown.sentence(String.valueOf(cause.getMessage())));
    }

    private ArrearsException refused(String why) {
        return refused(inHeader ? 1 : nextLine, why);
    }

    private ArrearsException refused(long where, String why) {
        return new ArrearsException(
                FailureKind.INPUT_REFUSED,
                file.name() + ":" + where + ": the file " + why + "; nothing of it was loaded");
    }

    /** Returns the header as it stands in the file. */
    public String header() {
        return header;
    }

    /** Returns the current row as it stands in the file. */
    public String rawRow() {
        return raw.record();
    }

    public long line() {
        return line;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
