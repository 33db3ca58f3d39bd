package org.arrears.ingest.load;

import java.util.List;
import org.arrears.ingest.file.InputFile;
import org.arrears.ingest.kind.FileKind;
import org.arrears.run.Progress;

/** How far the files of an inbox have been loaded: rows over all files, and the share of their bytes. */
final class IngestProgress {

    private final Progress progress;
    private final long totalBytes;
    private long bytes;
    private long rows;
    private long rejected;

    IngestProgress(Progress progress, List<InputFile> files) {
        this.progress = progress;
        this.totalBytes = files.stream().mapToLong(InputFile::bytes).sum();
    }

    /** A file has been read so far. */
    void reading(InputFile file, long fileRows, long fileRejected, long fileBytes) {
        tell(file.name(), rows + fileRows, rejected + fileRejected, bytes + fileBytes);
    }

    /** The files of a kind have been read and are being checked against the tables and keyed. */
    void keying(FileKind kind) {
        tell("checking and indexing " + kind.code(), rows, rejected, bytes);
    }

    /** A file has been read, with so many rows; one that was loaded before has none. */
    void read(InputFile file, long fileRows, long fileRejected) {
        rows += fileRows;
        rejected += fileRejected;
        bytes += file.bytes();
        tell(file.name(), rows, rejected, bytes);
    }

    private void tell(String what, long allRows, long allRejected, long allBytes) {
        progress.advanced(new Progress.Advance(
                IngestStep.INGEST_FILES.code(), "rows, " + what, allRows, allRejected, allBytes, totalBytes));
    }
}
