package org.arrears.ingest.load;

import java.io.IOException;
import java.util.Optional;
import org.arrears.ingest.file.ControlFile;
import org.arrears.ingest.file.ControlTotals;
import org.arrears.ingest.file.FileStamp;
import org.arrears.ingest.file.InputFile;
import org.arrears.ingest.file.Layout;
import org.arrears.ingest.inbox.RejectFile;
import org.arrears.run.FileDigest;

/** A file of a delivery while it is read: what it was before, its totals and its rejects. */
public final class Reading implements AutoCloseable {

    private final Arrival arrival;
    private final SourceFile source;
    private final ControlTotals totals;
    private final RejectFile rejects;

    Reading(Arrival arrival, SourceFile source, ControlTotals totals, RejectFile rejects) {
        this.arrival = arrival;
        this.source = source;
        this.totals = totals;
        this.rejects = rejects;
    }

    /**
     * A file before its rows are read.
     *
     * @param known whether its content was loaded before
     */
    record Arrival(InputFile file, FileStamp stamp, FileDigest digest, Optional<ControlFile> control, boolean known) {

        static Arrival of(InputFile file) {
            FileStamp stamp = FileStamp.of(file);
            FileDigest digest = digest(file);
            Optional<ControlFile> control = ControlFile.of(file);
            control.ifPresent(stated -> stated.checkDigest(digest.sha256()));
            return new Arrival(file, stamp, digest, control, false);
        }

        Arrival loadedBefore() {
            return new Arrival(file, stamp, digest, control, true);
        }

        private static FileDigest digest(InputFile file) {
            try {
                return FileDigest.of(file.path());
            } catch (IOException unreadable) {
                throw FileStamp.unreadable(file, unreadable);
            }
        }
    }

    public InputFile file() {
        return arrival.file();
    }

    int fileNo() {
        return source.fileNo();
    }

    /** Returns what the stage has to know of the file. */
    StagedFile staged(Layout layout) {
        return StagedFile.of(fileNo(), layout, arrival.known());
    }

    ControlTotals totals() {
        return totals;
    }

    RejectFile rejects() {
        return rejects;
    }

    /** Refuses the file if it is not what its control file states. */
    void requireTotals(Layout layout) {
        arrival.control().ifPresent(stated -> stated.checkTotals(totals, layout));
    }

    /** Returns what was taken from the file, unless somebody wrote to it meanwhile. */
    SourceFile taken(Stage stage, StageMerge merge) {
        arrival.stamp().requireUnchanged();
        long staged = totals.rows() - rejects.count() - stage.repeated(fileNo());
        SourceFile.Counts counts = new SourceFile.Counts(
                totals.rows(),
                rejects.count(),
                stage.repeated(fileNo()),
                merge.outdated(fileNo()),
                merge.written(fileNo(), staged),
                merge.cleared(fileNo()));
        return source.withTotals(counts, totals.sums());
    }

    @Override
    public void close() throws IOException {
        rejects.close();
    }
}
