package org.arrears.ingest.load;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.arrears.ingest.file.Dialect;
import org.arrears.ingest.file.InputFile;
import org.arrears.ingest.kind.FileKind;
import org.arrears.run.FileDigest;
import org.arrears.run.Run;

/**
 * What a run took from one input file.
 *
 * @param sums of the amount columns over all rows, in major units
 * @param mappingSha256 of the mapping file it was read with, empty without one
 * @param dated whether somebody named its business date
 */
public record SourceFile(
        int fileNo,
        String runId,
        LocalDate asOf,
        FileKind kind,
        String name,
        String sha256,
        long bytes,
        Counts counts,
        Map<String, BigDecimal> sums,
        String mappingSha256,
        boolean dated) {

    /**
     * What became of its rows.
     *
     * @param repeated accepted rows that say what an earlier row of the delivery says
     * @param outdated rows that changed nothing, because a file of a later date has them
     * @param written rows that are new in their table or changed it
     * @param cleared stored values that an empty field took away, by column
     */
    public record Counts(
            long rows, long rejected, long repeated, long outdated, long written, Map<String, Long> cleared) {

        static final Counts NONE = new Counts(0, 0, 0, 0, 0, Map.of());

        public Counts {
            cleared = Map.copyOf(cleared);
            if (rejected + repeated + written > rows) {
                throw new IllegalStateException(
                        rejected + " rejected, " + repeated + " repeated and " + written + " written of " + rows);
            }
        }
    }

    public SourceFile {
        sums = Map.copyOf(sums);
    }

    /** What a run knows of a file before it reads a row of it. */
    static SourceFile of(Run run, Dialect dialect, InputFile file, FileDigest digest) {
        boolean mapped = dialect.mapping().of(file.name()).isPresent();
        return new SourceFile(
                0,
                run.runId(),
                run.asOf(),
                file.kind(),
                file.name(),
                digest.sha256(),
                digest.bytes(),
                Counts.NONE,
                Map.of(),
                mapped ? dialect.mapping().sha256() : "",
                run.request().options().dated());
    }

    public long rows() {
        return counts.rows();
    }

    public long rejected() {
        return counts.rejected();
    }

    public long accepted() {
        return counts.rows() - counts.rejected();
    }

    SourceFile numbered(int number) {
        return new SourceFile(number, runId, asOf, kind, name, sha256, bytes, counts, sums, mappingSha256, dated);
    }

    SourceFile withTotals(Counts counted, Map<String, BigDecimal> totals) {
        return new SourceFile(fileNo, runId, asOf, kind, name, sha256, bytes, counted, totals, mappingSha256, dated);
    }
}
