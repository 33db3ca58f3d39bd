package org.arrears.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;

/** Doubts whether a run's business date is meant: a wrong one decides about people, and outranks the right ones. */
final class DateDoubts {

    /** Days after the newest assessed date that nobody is asked about: a long holiday. */
    private static final int DAYS_AHEAD = 7;

    private final Map<Meant, String> doubts = new EnumMap<>(Meant.class);

    private DateDoubts() {}

    /** Doubts what is asked for; a first date is never doubted for what was assessed. */
    static DateDoubts of(RunRequest request, Optional<LocalDate> newestAssessed) {
        DateDoubts doubts = new DateDoubts();
        if (request.options().dated()) {
            newestAssessed.ifPresent(newest -> doubts.compare(request.asOf(), newest));
            if (request.readsInbox()) {
                doubts.compareNames(request.asOf(), request.in());
            }
        }
        return doubts;
    }

    private void compare(LocalDate asOf, LocalDate newest) {
        long days = ChronoUnit.DAYS.between(newest, asOf);
        if (days > DAYS_AHEAD) {
            doubts.put(
                    Meant.SKIP_AHEAD,
                    "business date " + asOf + " is " + days + " days after " + newest + ", the newest date assessed");
        } else if (days < 0) {
            doubts.put(Meant.EARLIER, "business date " + asOf + " is before " + newest + ", the newest date assessed");
        }
    }

    private void compareNames(LocalDate asOf, Path inbox) {
        Optional<String> folder = Optional.ofNullable(inbox.getFileName()).map(Path::toString);
        folder.filter(name -> DatesInName.of(name).excludes(asOf))
                .or(() -> firstFile(asOf, inbox))
                .ifPresent(name -> doubts.put(
                        Meant.AGAIN,
                        "business date " + asOf + " is not " + DatesInName.of(name) + ", as the name says of " + name
                                + (folder.equals(Optional.of(name)) ? ", the inbox" : " in the inbox")));
    }

    /** Returns the first file whose name holds dates and not this one; what cannot be read is found out later. */
    private static Optional<String> firstFile(LocalDate asOf, Path inbox) {
        if (!Files.isDirectory(inbox)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(inbox)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !name.startsWith("."))
                    .filter(name -> DatesInName.of(name).excludes(asOf))
                    .sorted()
                    .findFirst();
        } catch (IOException | UncheckedIOException unreadable) {
            return Optional.empty();
        }
    }

    /** Refuses the run unless all doubts are answered. */
    void requireMeant(Set<Meant> said) {
        String unanswered = doubts.entrySet().stream()
                .filter(doubt -> !said.contains(doubt.getKey()))
                .map(doubt -> doubt.getValue() + ": " + advice(doubt.getKey()))
                .collect(Collectors.joining("\n"));
        if (!unanswered.isEmpty()) {
            throw new ArrearsException(FailureKind.INPUT_REFUSED, unanswered + "\nnothing was read");
        }
    }

    /** Returns what was doubted and by what flag that was answered. */
    Map<Meant, String> answered() {
        return new EnumMap<>(doubts);
    }

    private static String advice(Meant meant) {
        return "correct " + (meant == Meant.AGAIN ? "--as-of or --in" : "it") + ", or add " + meant.flag()
                + switch (meant) {
                    case SKIP_AHEAD ->
                        " if it is meant; its files and decisions outrank those of every earlier date, and the dates"
                                + " before it need --earlier from then on";
                    case EARLIER ->
                        " if it is meant; that gives its figures and changes nothing of the newer date. If the newer"
                                + " date is the mistake, see \"A wrong date\" in the manual, Operations";
                    case AGAIN -> " if these files are meant for it";
                };
    }
}
