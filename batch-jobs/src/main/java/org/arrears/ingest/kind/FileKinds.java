package org.arrears.ingest.kind;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The kinds of input file there are, in the order in which they are loaded: what is referred to comes first. */
public record FileKinds(List<FileKind> all) {

    /** A new kind is its class and a line here. */
    public static final FileKinds OURS = new FileKinds(List.of(
            new CalendarFile(),
            new CustomersFile(),
            new LoansFile(),
            new InstallmentsFile(),
            new TransactionsFile(),
            new HoldsFile(),
            new PromisesFile()));

    public FileKinds {
        all = List.copyOf(all);
        for (FileKind kind : all) {
            long taken = all.stream()
                    .filter(other -> other.code().startsWith(kind.code()))
                    .count();
            if (taken > 1) {
                throw new IllegalStateException("files of another kind would be taken for " + kind.code());
            }
        }
    }

    /** Returns the kind with a code that is known. */
    public FileKind named(String code) {
        return all.stream()
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no kind of file is called " + code));
    }

    /** Returns the kind of a file by its name. */
    public Optional<FileKind> of(String fileName) {
        return all.stream().filter(kind -> kind.isNamed(fileName)).findFirst();
    }

    /** Returns the kind whose rows are what others refer to. */
    public FileKind of(Target target) {
        return all.stream()
                .filter(kind -> kind.identifies().equals(Optional.of(target)))
                .findFirst()
                .orElseThrow();
    }

    public Comparator<FileKind> loadOrder() {
        return Comparator.comparingInt(all::indexOf);
    }

    /** Returns the codes as they stand in a sentence. */
    public String codes() {
        return all.stream().map(FileKind::code).collect(Collectors.joining(", "));
    }
}
