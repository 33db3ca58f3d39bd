package org.arrears.ingest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/**
 * What a run took from one input file.
 *
 * @param sums of the amount columns over all rows, in major units
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
        Map<String, BigDecimal> sums) {

    public SourceFile {
        sums = Map.copyOf(sums);
        if (rejected > rows) {
            throw new IllegalStateException(name + ": " + rejected + " rejected of " + rows);
        }
    }

    public long accepted() {
        return rows - rejected;
    }

    SourceFile withTotals(long allRows, long rejectedRows, Map<String, BigDecimal> totals) {
        return new SourceFile(fileNo, runId, asOf, kind, name, sha256, bytes, allRows, rejectedRows, totals);
    }
}
