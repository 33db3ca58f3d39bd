package org.arrears.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;

/** The folder of one business date with the lender's files, in load order. */
final class Inbox {

    /** By kind; the largest first, so that a first load of a portfolio goes straight into the empty table. */
    private static final Comparator<InputFile> LOAD_ORDER = Comparator.comparing(InputFile::kind)
            .thenComparing(Comparator.comparingLong(InputFile::bytes).reversed())
            .thenComparing(InputFile::name);

    private final Path folder;
    private final List<InputFile> files;

    private Inbox(Path folder, List<InputFile> files) {
        this.folder = folder;
        this.files = files;
    }

    /** Lists an inbox; symbolic links are not followed and names that are no input file are passed over. */
    static Inbox of(Path folder) {
        try (Stream<Path> paths = Files.list(folder)) {
            List<InputFile> files = paths.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .flatMap(path -> FileKind.of(path.getFileName().toString())
                            .map(kind -> new InputFile(kind, path, path.toFile().length()))
                            .stream())
                    .sorted(LOAD_ORDER)
                    .toList();
            return new Inbox(folder, files);
        } catch (IOException unreadable) {
            throw new ArrearsException(
                    FailureKind.INPUT_REFUSED,
                    "inbox " + folder + " cannot be read: it must be a folder with the day's files; check --in",
                    unreadable);
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

    List<InputFile> files() {
        return files;
    }
}
