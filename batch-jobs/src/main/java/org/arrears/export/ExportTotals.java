package org.arrears.export;

import java.util.Map;
import java.util.TreeMap;

/**
 * What an export wrote.
 *
 * @param totalOverdue sum of {@code total_overdue} in major units by currency
 */
public record ExportTotals(long rows, Map<String, String> totalOverdue) {

    public ExportTotals {
        totalOverdue = new TreeMap<>(totalOverdue);
    }
}
