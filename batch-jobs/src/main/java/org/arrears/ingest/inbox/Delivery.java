package org.arrears.ingest.inbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.arrears.ingest.file.InputFile;
import org.arrears.ingest.kind.FileKind;

/**
 * The files of one kind in an inbox, which are loaded together or not at all; corrected rows are a delivery of their
 * own, after the others of their kind.
 */
public record Delivery(FileKind kind, boolean corrected, List<InputFile> files) {

    public Delivery {
        files = List.copyOf(files);
    }

    private record Sort(FileKind kind, boolean corrected) {}

    /** Groups files that are in load order. */
    public static List<Delivery> of(List<InputFile> files) {
        Map<Sort, List<InputFile>> bySort = new LinkedHashMap<>();
        for (InputFile file : files) {
            bySort.computeIfAbsent(new Sort(file.kind(), file.corrected()), sort -> new ArrayList<>())
                    .add(file);
        }
        return bySort.entrySet().stream()
                .map(entry -> new Delivery(entry.getKey().kind(), entry.getKey().corrected(), entry.getValue()))
                .toList();
    }

    /** Says whether it counts only as a whole, so that its known files are read again beside a new one. */
    public boolean isReadWhole() {
        return kind.isWholeByLoan() && !corrected;
    }
}
