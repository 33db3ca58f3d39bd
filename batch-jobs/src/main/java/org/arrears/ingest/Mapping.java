package org.arrears.ingest;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How a lender's own files are read as ours: the names of its columns, its dates, decimals, codes and units. */
public final class Mapping {

    /** Of a lender whose files are in our own format. */
    public static final Mapping NONE = new Mapping("", List.of());

    private final String sha256;
    private final List<FileMapping> files;

    Mapping(String sha256, List<FileMapping> files) {
        this.sha256 = sha256;
        this.files = files.stream()
                .sorted(Comparator.comparing(file -> file.pattern().isEmpty()))
                .toList();
    }

    /** Returns how a file is mapped: by the first pattern that fits its name, else by its kind. */
    Optional<FileMapping> of(String fileName) {
        return files.stream().filter(file -> file.isFor(fileName)).findFirst();
    }

    /** Returns the kind of a file by its name: a pattern of the mapping, else as our files are named. */
    Optional<FileKind> kindOf(String fileName) {
        return of(fileName).map(FileMapping::kind).or(() -> FileKind.of(fileName));
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
