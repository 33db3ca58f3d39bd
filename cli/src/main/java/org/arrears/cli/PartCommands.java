package org.arrears.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.arrears.core.policy.NoticePolicy.Channel;
import org.arrears.nightly.AssessJob;
import org.arrears.nightly.HandoffJob;
import org.arrears.nightly.IngestJob;
import org.arrears.nightly.LettersJob;
import org.arrears.nightly.SmsJob;
import org.arrears.run.RunRequest;
import org.arrears.run.RunRequest.Options;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The commands that do one part of the nightly run. */
final class PartCommands {

    private PartCommands() {}

    /** What all of them take. */
    static final class PartOptions {

        @Option(names = "--policy", paramLabel = "FILE", description = "Policy (default: that of the latest run).")
        private Optional<Path> policy = Optional.empty();

        @Mixin
        private WriteOptions write = new WriteOptions();

        @Mixin
        private CommonOptions common = new CommonOptions();

        private RunRequest request(Surroundings world, String job, LocalDate asOf, Paths paths, Options options) {
            return new RunRequest(
                    job,
                    asOf,
                    paths.in,
                    paths.out,
                    common.home(world),
                    PolicyFiles.readOrLatest(policy, world, common, job.equals(IngestJob.NAME)),
                    write.in(options));
        }
    }

    private record Paths(Path in, Path out) {}

    /** {@code arrears ingest}: only load files. */
    @Command(
            name = "ingest",
            description = "Only load the files of an inbox.",
            mixinStandardHelpOptions = true,
            sortOptions = false)
    static final class Ingest implements Callable<Integer> {

        private final Surroundings world;

        @Option(names = "--in", required = true, paramLabel = "DIR", description = "Inbox: the day's input files.")
        private Path in = Path.of("");

        @Option(
                names = "--as-of",
                paramLabel = "DATE",
                description =
                        "Business date of the files (default: the inbox folder's name if it is a date, else today).")
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

        Ingest(Surroundings world) {
            this.world = world;
        }

        @Override
        public Integer call() {
            RunRequest request = part.request(
                    world,
                    IngestJob.NAME,
                    date(),
                    new Paths(in, in),
                    again.in(files.in(Options.ORDINARY))
                            .withRejects(rejects)
                            .withDated(asOf.or(this::folderDate).isPresent()));
            return new RunCommand(world, part.common).run(IngestJob.class, request, part.write);
        }

        private LocalDate date() {
            return asOf.or(this::folderDate).orElseGet(() -> LocalDate.now(world.clock()));
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

    /** {@code arrears assess}: only compute. */
    @Command(
            name = "assess",
            description = "Only compute what every loan owes on a business date.",
            mixinStandardHelpOptions = true,
            sortOptions = false)
    static final class Assess implements Callable<Integer> {

        private final Surroundings world;

        @Option(names = "--as-of", required = true, paramLabel = "DATE", description = "Business date, yyyy-MM-dd.")
        private LocalDate asOf = LocalDate.EPOCH;

        @Option(names = "--full", description = "Replay every loan, not only those that can have changed.")
        private boolean full;

        @Mixin
        private PartOptions part = new PartOptions();

        Assess(Surroundings world) {
            this.world = world;
        }

        @Override
        public Integer call() {
            Path home = part.common.home(world);
            RunRequest request =
                    part.request(world, AssessJob.NAME, asOf, new Paths(home, home), Options.ORDINARY.withFull(full));
            return new RunCommand(world, part.common).run(AssessJob.class, request, part.write);
        }
    }

    /** {@code arrears notices}: only letters or SMS. */
    @Command(
            name = "notices",
            description = "Only decide and write the letters or the SMS of an assessed business date.",
            mixinStandardHelpOptions = true,
            sortOptions = false)
    static final class Notices implements Callable<Integer> {

        private final Surroundings world;

        @Option(names = "--as-of", required = true, paramLabel = "DATE", description = "Business date, yyyy-MM-dd.")
        private LocalDate asOf = LocalDate.EPOCH;

        @Option(names = "--channel", required = true, paramLabel = "letter|sms", description = "Which.")
        private Channel channel = Channel.LETTER;

        @Option(names = "--out", required = true, paramLabel = "DIR", description = "Gets DIR/DATE-letters or -sms.")
        private Path out = Path.of("");

        @Mixin
        private PartOptions part = new PartOptions();

        Notices(Surroundings world) {
            this.world = world;
        }

        @Override
        public Integer call() {
            String job = channel == Channel.LETTER ? LettersJob.NAME : SmsJob.NAME;
            RunRequest request =
                    part.request(world, job, asOf, new Paths(out, out), Options.ORDINARY.withChannel(channel));
            Class<?> configuration = channel == Channel.LETTER ? LettersJob.class : SmsJob.class;
            return new RunCommand(world, part.common).run(configuration, request, part.write);
        }
    }

    /** {@code arrears handoff}: only agency placement, recall and files. */
    @Command(
            name = "handoff",
            description = "Only place accounts with agencies, recall them and write their files.",
            mixinStandardHelpOptions = true,
            sortOptions = false)
    static final class Handoff implements Callable<Integer> {

        private final Surroundings world;

        @Option(names = "--as-of", required = true, paramLabel = "DATE", description = "Business date, yyyy-MM-dd.")
        private LocalDate asOf = LocalDate.EPOCH;

        @Option(names = "--out", required = true, paramLabel = "DIR", description = "Gets DIR/DATE-handoff.")
        private Path out = Path.of("");

        @Mixin
        private PartOptions part = new PartOptions();

        Handoff(Surroundings world) {
            this.world = world;
        }

        @Override
        public Integer call() {
            RunRequest request = part.request(world, HandoffJob.NAME, asOf, new Paths(out, out), Options.ORDINARY);
            return new RunCommand(world, part.common).run(HandoffJob.class, request, part.write);
        }
    }
}
