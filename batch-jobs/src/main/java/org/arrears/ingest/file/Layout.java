package org.arrears.ingest.file;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.arrears.core.text.NearestName;
import org.arrears.core.text.Shown;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;
import org.arrears.ingest.kind.Column;
import org.arrears.ingest.kind.FileKind;
import org.arrears.ingest.kind.Masked;
import org.arrears.ingest.mapping.FileMapping;
import org.arrears.ingest.mapping.Translation;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a file is which of ours, and how its values are translated.
 *
 * <p>A header that does not fit refuses the file; a mapping that does not fit the header is an invalid mapping.
 */
public final class Layout {

    private final FileKind kind;
    private final Optional<FileMapping> mapping;
    private final int width;
    private final int[] positions;

    private Layout(FileKind kind, Optional<FileMapping> mapping, int width, int[] positions) {
        this.kind = kind;
        this.mapping = mapping;
        this.width = width;
        this.positions = positions;
    }

    public static Layout of(
            InputFile file,
            List<String> header,
            Optional<FileMapping> mapping,
            Function<String, ArrearsException> refused) {
        mapping.ifPresent(named -> requireNamed(file, header, named));
        List<String> ours = file.kind().columns().names();
        int[] positions = new int[ours.size()];
        Arrays.fill(positions, -1);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i);
            if (!seen.add(name)) {
                throw refused.apply("has the column " + shown(name) + " twice");
            }
            if (mapping.isPresent() && mapping.get().ignored().contains(name)) {
                continue;
            }
            int column =
                    ours.indexOf(mapping.map(named -> named.canonical(name)).orElse(name));
            if (column < 0) {
                throw refused.apply("has an unknown column " + shown(name) + NearestName.hint(name, ours)
                        + "; allowed: " + String.join(", ", ours));
            }
            if (positions[column] >= 0) {
                throw refused.apply("has two columns for " + ours.get(column) + ": "
                        + shown(header.get(positions[column])) + " and " + shown(name));
            }
            positions[column] = i;
        }
        Layout layout = new Layout(file.kind(), mapping, header.size(), positions);
        layout.requireColumns(refused);
        return layout;
    }

    private static String shown(String name) {
        return Shown.quoted(Masked.column(name));
    }

    private static void requireNamed(InputFile file, List<String> header, FileMapping mapping) {
        List<String> lacking = mapping.lacking(header);
        if (!lacking.isEmpty()) {
            throw new ArrearsException(
                    FailureKind.CONFIGURATION_INVALID,
                    mapping.place() + ": the mapping is invalid: it names the column " + Shown.quoted(lacking.get(0))
                            + ", which " + file.name() + " does not have"
                            + NearestName.hint(lacking.get(0), header) + "; it has: "
                            + Shown.sentence(header.stream().map(Masked::column).collect(Collectors.joining(", "))));
        }
        for (String column : mapping.constants().keySet()) {
            if (header.stream()
                    .anyMatch(name -> mapping.canonical(name).equals(column)
                            && !mapping.ignored().contains(name))) {
                throw new ArrearsException(
                        FailureKind.CONFIGURATION_INVALID,
                        mapping.place() + ": the mapping is invalid: it has a constant for " + column + ", which "
                                + file.name() + " has as a column");
            }
        }
    }

    private void requireColumns(Function<String, ArrearsException> refused) {
        for (int i = 0; i < positions.length; i++) {
            Column column = kind.columns().get(i);
            if (column.required() && positions[i] < 0 && constant(i).isEmpty()) {
                throw refused.apply("lacks the required column \"" + column.name() + "\"");
            }
        }
    }

    public FileKind kind() {
        return kind;
    }

    /** Returns how many fields a row must have. */
    int width() {
        return width;
    }

    /** Returns where our column stands in a row, or -1. */
    int position(int column) {
        return positions[column];
    }

    /** Says whether the file says anything about our column, be it by a constant of its mapping. */
    public boolean isPresent(int column) {
        return positions[column] >= 0 || !constant(column).isEmpty();
    }

    boolean isMapped() {
        return mapping.isPresent();
    }

    /** Returns the value of a column that the file does not have. */
    String constant(int column) {
        return mapping.map(named -> named.constants().getOrDefault(name(column), ""))
                .orElse("");
    }

    @Nullable
    Translation translation(int column) {
        return mapping.map(named -> named.translations().get(name(column))).orElse(null);
    }

    public String name(int column) {
        return kind.columns().get(column).name();
    }

    /** Returns our name of a column, and the file's if it has another. */
    String label(int column) {
        String name = name(column);
        return name
                + mapping.flatMap(named -> named.source(name))
                        .map(source -> " (" + Shown.word(source) + ")")
                        .orElse("");
    }

    /** Returns the name of a column in the file. */
    String sourceName(int column) {
        String name = name(column);
        return mapping.flatMap(named -> named.source(name)).orElse(name);
    }

    /** Says whether the amounts of a column are in hundredths in the file. */
    boolean inHundredths(int column) {
        return mapping.map(named -> named.hundredths().contains(name(column))).orElse(false);
    }
}
