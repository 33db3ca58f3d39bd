package org.arrears.ingest.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.arrears.failure.FailureKind;
import org.arrears.ingest.kind.FileKind;
import org.arrears.ingest.kind.Reject;

/**
 * What a check found in one file.
 *
 * @param repeated accepted rows that say what an earlier row of the files of their kind says
 * @param sums of the amount columns over all rows, in major units
 * @param samples the first rows as they were understood, by column
 * @param rejects the first rejected rows
 * @param notes what was not checked, or checked differently from a load
 * @param refusal why a load would refuse the whole file
 */
public record CheckedFile(
        String name,
        FileKind kind,
        long rows,
        long rejected,
        long repeated,
        Map<String, BigDecimal> sums,
        List<Map<String, String>> samples,
        List<Reason> rejects,
        List<String> notes,
        Optional<Refusal> refusal) {

    /** Why a row is rejected. */
    public record Reason(long line, String column, String value, String code, String message) {

        static Reason of(Reject reject) {
            return new Reason(
                    reject.line(),
                    reject.column(),
                    reject.value(),
                    reject.code().code(),
                    reject.message());
        }
    }

    /** Why a whole file is refused, and whose fault it is. */
    public record Refusal(FailureKind kind, String message) {}

    public CheckedFile {
        sums = new TreeMap<>(sums);
        samples = List.copyOf(samples);
        rejects = List.copyOf(rejects);
        notes = List.copyOf(notes);
        if (rejected > rows) {
            throw new IllegalStateException(name + ": " + rejected + " rejected of " + rows);
        }
    }

    public long accepted() {
        return rows - rejected;
    }
}
