package org.arrears.ingest.mapping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.arrears.ingest.kind.FileKind;
import org.arrears.ingest.kind.FileKinds;
import org.arrears.ingest.kind.NamePattern;

/**
 * How a lender's own files are read as ours, the names of its columns, its dates, decimals, codes and units; and which
 * entries of an inbox are none of them.
 */
public final class Mapping {

    /** The name under which a mapping is looked for. */
    public static final String FILE_NAME = "mapping.yaml";

    /** Of a lender whose files are in our own format. */
    public static final Mapping NONE = none(FileKinds.OURS);

    private final FileKinds kinds;
    private final Optional<Path> file;
    private final String sha256;
    private final List<FileMapping> files;
    private final List<PassOver> passOver;

    Mapping(FileKinds kinds, String sha256, List<FileMapping> files, List<PassOver> passOver) {
        this(kinds, Optional.empty(), sha256, files, passOver);
    }

    private Mapping(
            FileKinds kinds, Optional<Path> file, String sha256, List<FileMapping> files, List<PassOver> passOver) {
        this.kinds = kinds;
        this.file = file;
        this.sha256 = sha256;
        this.files = files.stream()
                .sorted(Comparator.comparing(entry -> entry.names().isEmpty()))
                .toList();
        this.passOver = List.copyOf(passOver);
    }

    /** Of a lender whose files are of these kinds and in our own format. */
    public static Mapping none(FileKinds kinds) {
        return new Mapping(kinds, "", List.of(), List.of());
    }

    /** Returns the kinds of file there are. */
    public FileKinds kinds() {
        return kinds;
    }

    /** Returns the same mapping, known to have been read from a file. */
    Mapping readFrom(Path path) {
        return new Mapping(kinds, Optional.of(path), sha256, files, passOver);
    }

    public boolean isReadFrom(Path path) {
        try {
            return file.isPresent() && Files.isSameFile(file.get(), path);
        } catch (IOException gone) {
            return false;
        }
    }

    /** Returns how a file is mapped: by the first pattern that fits its name, else by its kind. */
    public Optional<FileMapping> of(String fileName) {
        return files.stream().filter(entry -> entry.isFor(fileName)).findFirst();
    }

    /** Returns the kind of a file by its name: a pattern of the mapping, else as our files are named. */
    public Optional<FileKind> kindOf(String fileName) {
        return of(fileName).map(FileMapping::kind).or(() -> kinds.of(fileName));
    }

    /** Returns the pattern by which an entry of an inbox is to be listed and not read. */
    public Optional<PassOver> passesOver(String entry) {
        return passOver.stream().filter(pattern -> pattern.isFor(entry)).findFirst();
    }

    /** Returns the patterns of the names of files that this mapping gives names of its own. */
    public List<NamePattern> names() {
        return files.stream().flatMap(entry -> entry.names().stream()).toList();
    }

    /** Returns the SHA-256 of the mapping file, empty without one. */
    public String sha256() {
        return sha256;
    }

    /** Takes off what packing and rejecting add to a name: {@code ACCT_1.rows.csv.gz} is {@code ACCT_1.csv}. */
    static String plainName(String fileName) {
        return fileName.replaceFirst("\\.(gz|zip)$", "").replaceFirst("\\.rows\\.csv$", ".csv");
    }
}
