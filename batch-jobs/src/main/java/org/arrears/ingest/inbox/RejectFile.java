package org.arrears.ingest.inbox;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.arrears.disk.OnDisk;
import org.arrears.ingest.kind.Reject;
import org.arrears.outbound.CsvWriter;
import org.arrears.run.RunFolder;

/**
 * The rejected rows of one input file, as two files: the reasons, and the rows verbatim under their header, ready to be
 * corrected and loaded. Made at the first reject; a file without rejects has none.
 */
public final class RejectFile implements AutoCloseable {

    private final Optional<Path> folder;
    private final String name;
    private final String header;
    private Writer reasonText = Writer.nullWriter();
    private Writer rows = Writer.nullWriter();
    private long count;

    /** Opens the reject files of an input file; without a folder they are only counted. */
    public RejectFile(Optional<Path> folder, String fileName, String header) {
        this.folder = folder;
        this.name = base(fileName);
        this.header = header;
        folder.ifPresent(this::clear);
    }

    private void clear(Path in) {
        try {
            Files.deleteIfExists(reasons(in));
            Files.deleteIfExists(rows(in));
        } catch (IOException notAllowed) {
            throw new UncheckedIOException(notAllowed);
        }
    }

    /** Returns what reject files of an input file begin with; corrected rows have their own. */
    static String base(String fileName) {
        return fileName.replaceFirst("\\.(gz|zip)$", "")
                .replaceFirst("\\.rows\\.csv$", ".corrected.csv")
                .replaceFirst("\\.csv$", "");
    }

    private Path reasons(Path in) {
        return in.resolve(name + ".csv");
    }

    private Path rows(Path in) {
        return in.resolve(name + ".rows.csv");
    }

    public void add(String file, Reject reject, String rawRow) {
        try {
            if (count++ == 0 && folder.isPresent()) {
                RunFolder.createPrivateFolders(folder.get());
                reasonText = open(reasons(folder.get()));
                rows = open(rows(folder.get()));
                reasonText.write("file,line,column,value,code,message\n");
                rows.write(header + "\n");
            }
            new CsvWriter(reasonText)
                    .row(
                            file,
                            reject.line(),
                            reject.column(),
                            reject.value(),
                            reject.code().code(),
                            reject.message());
            rows.write(rawRow + "\n");
        } catch (IOException diskFull) {
            throw new UncheckedIOException(diskFull);
        }
    }

    private static Writer open(Path path) throws IOException {
        return new BufferedWriter(new OutputStreamWriter(RunFolder.openPrivate(path), StandardCharsets.UTF_8));
    }

    public long count() {
        return count;
    }

    @Override
    public void close() {
        try {
            reasonText.close();
            rows.close();
            if (count > 0 && folder.isPresent()) {
                OnDisk.file(reasons(folder.get()));
                OnDisk.file(rows(folder.get()));
                OnDisk.folder(folder.get());
            }
        } catch (IOException diskFull) {
            // Not to be taken for an input file that cannot be read.
            throw new UncheckedIOException(diskFull);
        }
    }
}
