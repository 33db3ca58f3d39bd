package org.arrears.ingest.load;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.arrears.ingest.file.Layout;

/**
 * A file whose rows are in the stage.
 *
 * @param absent columns of the table that the file does not have
 * @param isKnown whether its content was loaded before and is read again beside a new file
 */
record StagedFile(int fileNo, Set<String> absent, boolean isKnown) {

    StagedFile {
        absent = Set.copyOf(absent);
    }

    /** Says which columns of the table a file with such a header leaves out. */
    static StagedFile of(int fileNo, Layout layout, boolean isKnown) {
        List<String> columns = layout.kind().columns().stored();
        Set<String> absent = new TreeSet<>();
        for (int i = 0; i < columns.size(); i++) {
            if (!layout.isPresent(i)) {
                absent.add(columns.get(i));
            }
        }
        return new StagedFile(fileNo, absent, isKnown);
    }

    boolean has(String column) {
        return !absent.contains(column);
    }
}
