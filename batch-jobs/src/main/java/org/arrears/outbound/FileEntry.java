package org.arrears.outbound;

import java.util.LinkedHashMap;
import java.util.Map;
import org.arrears.run.FileDigest;

/** What is said of a file for others: where it lies, its bytes and its control totals. */
public record FileEntry(String file, FileDigest digest, ControlTotals totals) {

    /** Returns the entry as {@code manifest.json} has it. */
    public Map<String, Object> manifest() {
        Map<String, Object> entry = ofPlain(file, digest);
        entry.put("rows", totals.rows());
        if (!totals.sumsMinor().isEmpty()) {
            entry.put("sums", totals.sums());
        }
        return entry;
    }

    /** Returns the entry of a file without rows. */
    public static Map<String, Object> ofPlain(String file, FileDigest digest) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("file", file);
        entry.put("bytes", digest.bytes());
        entry.put("sha256", digest.sha256());
        return entry;
    }
}
