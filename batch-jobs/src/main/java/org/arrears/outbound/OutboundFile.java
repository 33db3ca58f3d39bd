package org.arrears.outbound;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.arrears.disk.PrivateFiles;
import org.arrears.run.FileDigest;
import org.arrears.run.RunFolder;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file for somebody else in the folder of a run. Its rows are added up as they are written; when it is finished
 * it is read back from disk, and only if both agree does it get an entry in the manifest.
 */
public final class OutboundFile implements Closeable {

    private final RunFolder folder;
    private final String path;
    private final FileLayout layout;
    private final CsvWriter csv;
    private final ControlTotals.Tally written;

    private OutboundFile(RunFolder folder, String path, FileLayout layout) throws IOException {
        this.folder = folder;
        this.path = path;
        this.layout = layout;
        this.written = new ControlTotals.Tally(layout);
        this.csv = new CsvWriter(new OutputStreamWriter(folder.open(path), StandardCharsets.UTF_8));
        csv.row(layout.header());
    }

    /** Begins a file. */
    public static OutboundFile begin(RunFolder folder, Recipient recipient, String name, FileLayout layout)
            throws IOException {
        return new OutboundFile(folder, recipient.path(name), layout);
    }

    /** Copies a file that was laid out elsewhere; only its rows are counted. */
    public static FileEntry copy(RunFolder folder, Recipient recipient, Path from) throws IOException {
        String path = recipient.path(String.valueOf(from.getFileName()));
        Path copy = folder.path(path);
        PrivateFiles.copy(from, copy);
        FileEntry entry =
                new FileEntry(path, FileDigest.of(copy), new ControlTotals(ReadBack.rows(copy), new TreeMap<>()));
        new FileEntries(folder).keep(entry);
        return entry;
    }

    /** Where in the folder it lies. */
    public String path() {
        return path;
    }

    /** Writes a row; nothing where there is no value. */
    public void row(@Nullable Object... cells) throws IOException {
        row(Arrays.stream(cells).map(cell -> Objects.toString(cell, "")).toList());
    }

    /** Writes a row, which must be of the file's layout. */
    public void row(List<String> cells) throws IOException {
        written.add(cells);
        csv.row(cells);
    }

    /** Ends the file and reads it back; returns what the manifest will say of it. */
    public FileEntry finish() throws IOException {
        ControlTotals totals = written.totals();
        if (layout.trailer()) {
            csv.row(totals.trailer());
        }
        csv.close();
        Path file = folder.partial().resolve(path);
        ControlTotals read = ReadBack.of(file, layout);
        if (!read.equals(totals)) {
            throw new IllegalStateException(file + " reads back as " + read + ", written were " + totals);
        }
        FileEntry entry = new FileEntry(path, FileDigest.of(file), totals);
        new FileEntries(folder).keep(entry);
        return entry;
    }

    /** Closes it; one that was not finished has no entry. */
    @Override
    public void close() throws IOException {
        csv.close();
    }
}
