package org.arrears.ingest;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;

/**
 * The rows of one CSV file (RFC 4180), one at a time, each with its line and its text as it stands there.
 *
 * <p>A structure that cannot be trusted (columns, quotes, encoding) refuses the whole file with its line.
 */
final class CsvRows implements AutoCloseable {

    private final InputFile file;
    private final RawText raw;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final String header;
    private final int width;
    private final int[] positions;
    private long line;
    private long nextLine = 1;
    private boolean inHeader = true;

    private CsvRows(InputFile file, Reader reader) throws IOException {
        this.file = file;
        this.raw = new RawText(reader);
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
        this.width = first.size();
        this.positions = positions(first);
        this.inHeader = false;
    }

    static CsvRows open(InputFile file, Charset charset) {
        try {
            return new CsvRows(file, FileStream.open(file, charset));
        } catch (IOException broken) {
            throw new ArrearsException(
                    FailureKind.INPUT_REFUSED, file.name() + " cannot be read: " + broken.getMessage(), broken);
        }
    }

    private int[] positions(CSVRecord first) {
        List<String> names = new ArrayList<>(Arrays.asList(first.values()));
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw refused("has the column \"" + shortened(name) + "\" twice");
            }
            if (file.kind().columns().stream().noneMatch(column -> column.name().equals(name))) {
                throw refused("has an unknown column \"" + shortened(name) + "\"; allowed: " + allowedNames());
            }
        }
        for (Column column : file.kind().columns()) {
            if (column.required() && !names.contains(column.name())) {
                throw refused("lacks the required column \"" + column.name() + "\"");
            }
        }
        return file.kind().columns().stream()
                .mapToInt(column -> names.indexOf(column.name()))
                .toArray();
    }

    private String allowedNames() {
        return String.join(
                ", ", file.kind().columns().stream().map(Column::name).toList());
    }

    /** Moves to the next row; false at the end of the file. */
    boolean next(RowFields fields) {
        CSVRecord row = advance();
        if (row == null) {
            return false;
        }
        fields.start(row, positions, width, line);
        return true;
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
        return refused("is broken near here: " + cause.getMessage());
    }

    private ArrearsException refused(String why) {
        return new ArrearsException(
                FailureKind.INPUT_REFUSED,
                file.name() + ":" + (inHeader ? 1 : nextLine) + ": the file " + why + "; nothing of it was loaded");
    }

    private static String shortened(String value) {
        return value.length() <= 60 ? value : value.substring(0, 60) + "…";
    }

    /** Returns the header as it stands in the file. */
    String header() {
        return header;
    }

    /** Returns the current row as it stands in the file. */
    String rawRow() {
        return raw.record();
    }

    long line() {
        return line;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
