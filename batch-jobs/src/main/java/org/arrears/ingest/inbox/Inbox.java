package org.arrears.ingest.inbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.arrears.core.text.Shown;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;
import org.arrears.ingest.file.InputFile;
import org.arrears.ingest.kind.FileKind;
import org.arrears.ingest.kind.FileKinds;
import org.arrears.ingest.mapping.Mapping;

/** The folder of one business date with the lender's files, in load order. */
public final class Inbox {

    private static final int NEAR_MISSES_NAMED = 10;

    private final Path folder;
    private final FileKinds kinds;
    private final InboxListing listing;
    private final List<InputFile> files;

    private Inbox(Path folder, FileKinds kinds, InboxListing listing, List<InputFile> files) {
        this.folder = folder;
        this.kinds = kinds;
        this.listing = listing;
        this.files = files.stream().sorted(loadOrder(kinds)).toList();
    }

    /** By kind; the largest first, so that a first load of a portfolio goes straight into the empty table. */
    public static Comparator<InputFile> loadOrder(FileKinds kinds) {
        return Comparator.comparing(InputFile::kind, kinds.loadOrder())
                .thenComparing(InputFile::corrected)
                .thenComparing(Comparator.comparingLong(InputFile::bytes).reversed())
                .thenComparing(InputFile::name);
    }

    /** Lists an inbox in which nothing of ours lies. */
    public static Inbox of(Path folder, Mapping mapping) {
        return of(folder, mapping, Set.of());
    }

    /** Lists an inbox; folders of ours that lie in it are not looked into. */
    public static Inbox of(Path folder, Mapping mapping, Set<Path> own) {
        try {
            InboxListing listing = InboxListing.of(folder, mapping, own);
            return new Inbox(folder, mapping.kinds(), listing, listing.files());
        } catch (IOException unreadable) {
            throw new ArrearsException(
                    FailureKind.INPUT_REFUSED,
                    "inbox " + folder + " cannot be read: it must be a folder with the day's files; check --in",
                    unreadable);
        }
    }

    /** Returns one file alone, by its name; a file of corrected rows is one of a run's reject files. */
    public static InputFile single(Path path, Mapping mapping, boolean corrected) {
        Path name = path.getFileName();
        FileKind kind = Optional.ofNullable(name)
                .flatMap(known -> mapping.kindOf(known.toString()))
                .orElseThrow(() -> new ArrearsException(
                        FailureKind.INPUT_REFUSED,
                        path + " is no input file by its name: it must begin with one of "
                                + mapping.kinds().codes()
                                + " and end in .csv, .csv.gz or .csv.zip, or a mapping must name it"));
        return new InputFile(kind, path, path.toFile().length(), corrected);
    }

    /** Refuses an inbox with entries that look as if they should be read, and would not be. */
    public void requireNoNearMiss() {
        nearMisses().ifPresent(refused -> {
            throw refused;
        });
    }

    /** Says why an inbox with such entries is refused; empty for one without. */
    public Optional<ArrearsException> nearMisses() {
        return Optional.of(listing.nearMisses())
                .filter(misses -> !misses.isEmpty())
                .map(misses -> new ArrearsException(FailureKind.INPUT_REFUSED, refusal(misses)));
    }

    private String refusal(List<PassedOver> misses) {
        StringBuilder text = new StringBuilder("inbox " + folder + " has " + misses.size()
                + (misses.size() == 1 ? " entry" : " entries") + " that nobody would read; nothing was loaded:\n");
        misses.stream()
                .limit(NEAR_MISSES_NAMED)
                .forEach(miss -> text.append(Shown.fileName(miss.name()))
                        .append(' ')
                        .append(miss.reason())
                        .append('\n'));
        if (misses.size() > NEAR_MISSES_NAMED) {
            text.append("and ").append(misses.size() - NEAR_MISSES_NAMED).append(" more\n");
        }
        return text + "rename them, move them away, or name them under pass-over in mapping.yaml,"
                + " then run the same command again";
    }

    /** Refuses an inbox in which something has the name of an input file and is none, or two have one name packed. */
    public void requirePlainFiles() {
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
    public void require(List<String> kinds) {
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
    public Inbox with(InputFile file) {
        return new Inbox(
                folder,
                kinds,
                listing,
                Stream.concat(files.stream(), Stream.of(file)).toList());
    }

    /** Returns every entry that is not read and serves none that is. */
    public List<PassedOver> passedOver() {
        return listing.passedOver();
    }

    /** Returns the files by what is loaded together, in load order. */
    public List<Delivery> deliveries() {
        return Delivery.of(files);
    }

    public List<InputFile> files() {
        return files;
    }
}
