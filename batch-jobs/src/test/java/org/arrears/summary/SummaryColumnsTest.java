package org.arrears.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A table of the summary has a column for every field that one of its entries has. */
class SummaryColumnsTest {

    private static Map<String, Object> entry(String... fields) {
        Map<String, Object> entry = new LinkedHashMap<>();
        for (String field : fields) {
            entry.put(field, 1);
        }
        return entry;
    }

    @Test
    void whicheverEntryComesFirst() {
        List<Map<String, Object>> entries = new ArrayList<>(List.of(
                entry("name", "sha256", "rows", "outdated"),
                entry("name", "sha256", "mapping_sha256", "rows", "repeated", "outdated"),
                entry("name", "rows", "outdated", "reason")));
        for (int i = 0; i < entries.size(); i++) {
            Collections.rotate(entries, 1);
            assertEquals(
                    List.of("name", "reason", "rows", "repeated", "outdated"),
                    SummaryReport.columns(entries, Set.of("name", "reason")));
        }
    }
}
