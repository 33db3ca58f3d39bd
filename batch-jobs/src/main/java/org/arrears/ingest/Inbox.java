package org.arrears.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;

/** The folder of one business date with the lender's files, in load order. */
final class Inbox {

    /** By kind; the largest first, so that a first load of a portfolio goes straight into the empty table. */
    static final Comparator<InputFile> LOAD_ORDER = Comparator.comparing(InputFile::kind)
            .thenComparing(InputFile::corrected)
            .thenComparing(Comparator.comparingLong(InputFile::bytes).reversed())
            .thenComparing(InputFile::name);

    private final Path folder;
    private final List<InputFile> files;

    private Inbox(Path folder, List<InputFile> files) {
        this.folder = folder;
        this.files = files;
    }

    /** Lists an inbox; names that are no input file are passed over. */
    static Inbox of(Path folder, Mapping mapping) {
        try (Stream<Path> paths = Files.list(folder)) {
            List<InputFile> files = paths.flatMap(path -> mapping
                            .kindOf(path.getFileName().toString())
                            .map(kind -> new InputFile(kind, path, path.toFile().length()))
                            .stream())
                    .sorted(LOAD_ORDER)
                    .toList();
            return new Inbox(folder, files);
        } catch (IOException | UncheckedIOException unreadable) {
            throw new ArrearsException(
                    FailureKind.INPUT_REFUSED,
                    "inbox " + folder + " cannot be read: it must be a folder with the day's files; check --in",
                    unreadable);
        }
    }

    /** Returns one file alone, by its name; a file of corrected rows is one of a run's reject files. */
    static InputFile single(Path path, Mapping mapping, boolean corrected) {
        Path name = path.getFileName();
        FileKind kind = Optional.ofNullable(name)
                .flatMap(known -> mapping.kindOf(known.toString()))
                .orElseThrow(() -> new ArrearsException(
                        FailureKind.INPUT_REFUSED,
                        path + " is no input file by its name: it must begin with one of "
                                + Arrays.stream(FileKind.values())
                                        .map(FileKind::code)
                                        .collect(Collectors.joining(", "))
                                + " and end in .csv, .csv.gz or .csv.zip, or a mapping must name it"));
        return new InputFile(kind, path, path.toFile().length(), corrected);
    }

    /** Refuses an inbox in which something has the name of an input file and is none, or two have one name packed. */
    void requirePlainFiles() {
        Map<String, InputFile> byBase = new HashMap<>();
        for (InputFile file : files) {
            file.requirePlain();
            InputFile other = byBase.put(RejectFile.base(file.name()), file);
            if (other != null) {
                throw new ArrearsException(
                        FailureKind.INPUT_REFUSED,
                        "inbox " + folder + " has " + other.name() + " and " + file.name()
                                + ", the same file but for its packing: keep one; nothing was loaded");
            }
        }
    }

    /** Refuses an inbox in which a kind of file that the policy requires is missing. */
    void require(List<String> kinds) {
        for (String kind : kinds) {
            Optional<InputFile> found = files.stream()
                    .filter(file -> file.kind().code().equals(kind))
                    .findFirst();
            if (found.isEmpty()) {
                throw new ArrearsException(
                        FailureKind.INPUT_REFUSED,
                        "inbox " + folder + " has no " + kind + "*.csv, which the policy requires (files.required):"
                                + " wait for it or take it off the list, then run the same command again");
            }
        }
    }

    /** Returns this inbox and one file more. */
    Inbox with(InputFile file) {
        return new Inbox(
                folder,
                Stream.concat(files.stream(), Stream.of(file))
                        .sorted(LOAD_ORDER)
                        .toList());
    }

    /** Returns the files by what is loaded together, in load order. */
    List<Delivery> deliveries() {
        return Delivery.of(files);
    }

    List<InputFile> files() {
        return files;
    }
}
