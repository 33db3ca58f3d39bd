package org.arrears.ingest.mapping;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.arrears.ingest.kind.FileKind;
import org.arrears.ingest.kind.NamePattern;

/**
 * How one sort of a lender's files is read.
 *
 * @param place where it stands in the mapping file, for messages
 * @param names of the files; empty if they begin with the kind's name as ours do
 * @param columns our column by the lender's
 * @param translations by our column; a column without one has our values already
 * @param constants values of columns that the file does not have
 * @param ignored columns of the lender's that are passed over
 * @param hundredths our amount columns that are in hundredths in the file
 * @param anyLastLine whether the last row may lack its line end
 */
public record FileMapping(
        String place,
        FileKind kind,
        Optional<NamePattern> names,
        Map<String, String> columns,
        Map<String, Translation> translations,
        Map<String, String> constants,
        Set<String> ignored,
        Set<String> hundredths,
        boolean anyLastLine) {

    public FileMapping {
        columns = new LinkedHashMap<>(columns);
        translations = Map.copyOf(translations);
        constants = Map.copyOf(constants);
        ignored = new LinkedHashSet<>(ignored);
        hundredths = Set.copyOf(hundredths);
    }

    boolean isFor(String fileName) {
        return names.map(pattern -> pattern.matches(Mapping.plainName(fileName)))
                .orElseGet(() -> kind.isNamed(fileName));
    }

    /** Returns our name of a column of the file. */
    public String canonical(String source) {
        return columns.getOrDefault(source, source);
    }

    /** Returns the name that our column has in the file, if it has another. */
    public Optional<String> source(String canonical) {
        return columns.entrySet().stream()
                .filter(entry -> entry.getValue().equals(canonical))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Returns the columns that the mapping takes for granted and the file lacks. */
    public List<String> lacking(List<String> header) {
        Set<String> named = new LinkedHashSet<>(columns.keySet());
        named.addAll(ignored);
        header.forEach(named::remove);
        return List.copyOf(named);
    }
}
