package org.arrears.ingest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/**
 * What a run took from one input file.
 *
 * @param sums of the amount columns over all rows, in major units
 * @param mappingSha256 of the mapping file it was read with, empty without one
 * @param dated whether somebody named its business date
 * @param outdated rows that changed nothing, because a file of a later date has them
 */
public record SourceFile(
        int fileNo,
        String runId,
        LocalDate asOf,
        FileKind kind,
        String name,
        String sha256,
        long bytes,
        long rows,
        long rejected,
        Map<String, BigDecimal> sums,
        String mappingSha256,
        boolean dated,
        long outdated) {

    public SourceFile {
        sums = Map.copyOf(sums);
        if (rejected > rows) {
            throw new IllegalStateException(name + ": " + rejected + " rejected of " + rows);
        }
    }

    public long accepted() {
        return rows - rejected;
    }

    SourceFile withTotals(long allRows, long rejectedRows, long outdatedRows, Map<String, BigDecimal> totals) {
        return new SourceFile(
                fileNo,
                runId,
                asOf,
                kind,
                name,
                sha256,
                bytes,
                allRows,
                rejectedRows,
                totals,
                mappingSha256,
                dated,
                outdatedRows);
    }
}
