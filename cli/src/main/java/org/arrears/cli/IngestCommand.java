package org.arrears.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.arrears.nightly.IngestJob;
import org.arrears.run.RunRequest;
import org.arrears.run.RunRequest.Options;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code arrears ingest}: only load files. */
@Command(
        name = "ingest",
        description = "Only load the files of an inbox.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class IngestCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--in", required = true, paramLabel = "DIR", description = "Inbox: the day's input files.")
    private Path in = Path.of("");

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "Business date of the files (default: the inbox folder's name if it is a date, else today).")
    private Optional<LocalDate> asOf = Optional.empty();

    @Mixin
    private FileOptions files = new FileOptions();

    @Option(
            names = "--rejects",
            paramLabel = "FILE",
            description = "Load a corrected reject file (*.rows.csv) besides the inbox; implies --rerun.")
    private Optional<Path> rejects = Optional.empty();

    @Mixin
    private AgainOption again = new AgainOption();

    @Mixin
    private PartOptions part = new PartOptions();

    IngestCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        RunRequest request = part.request(
                console,
                IngestJob.NAME,
                date(),
                new PartOptions.Paths(in, in),
                again.in(files.in(Options.ORDINARY))
                        .withRejects(rejects)
                        .withDated(asOf.or(this::folderDate).isPresent()));
        return part.run(console, IngestJob.class, request);
    }

    private LocalDate date() {
        return asOf.or(this::folderDate).orElseGet(() -> LocalDate.now(console.clock()));
    }

    private Optional<LocalDate> folderDate() {
        try {
            Path name = in.toAbsolutePath().normalize().getFileName();
            return Optional.of(LocalDate.parse(String.valueOf(name)));
        } catch (DateTimeParseException otherName) {
            return Optional.empty();
        }
    }
}
