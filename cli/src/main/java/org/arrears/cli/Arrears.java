package org.arrears.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.arrears.guard.NativeText;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code arrears}. */
@Command(
        name = "arrears",
        description = "Loan collections by batch: every figure explained, every run repeatable.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        sortOptions = false,
        subcommands = {
            NightlyCommand.class,
            CheckCommand.class,
            IngestCommand.class,
            AssessCommand.class,
            NoticesCommand.class,
            HandoffCommand.class,
            ExportCommand.class,
            ReportCommand.class,
            ExplainCommand.class,
            PolicyCommand.class,
            TemplateCommand.class,
            RunsCommand.class,
            RejectsCommand.class,
            DemoCommand.class,
            BenchCommand.class,
            Completion.class,
            CommandLine.HelpCommand.class
        },
        footer = {
            "",
            "Exit codes: 0 done, 1 failed, 2 usage, 3 done with rejected rows, 4 input refused,",
            "5 configuration invalid, 6 locked, 7 database, 70 defect, 130 and 143 stopped."
        })
final class Arrears {

    @Option(names = "--verbose", description = "Show stack traces.", scope = CommandLine.ScopeType.INHERIT)
    private boolean verbose;

    private Arrears() {}

    public static void main(String[] args) {
        Console console = Console.ofProcess();
        System.setErr(ScreenStream.to(console.err()));
        System.setOut(ScreenStream.to(console.err()));
        System.exit(run(console, args));
    }

    /** Does what {@code main} does and returns the exit code; what tests call. */
    static int run(Console console, String... args) {
        int code = hasBroken(console, args) ? ExitCodes.USAGE : execute(console, args);
        Optional<IOException> unwritten = console.flushed();
        if (unwritten.isEmpty() || !ExitCodes.isGood(code)) {
            return code;
        }
        console.err()
                .println("arrears: the result cannot be written to stdout: "
                        + unwritten.get().getMessage() + "; all else is done");
        return ExitCodes.FAILED;
    }

    private static int execute(Console console, String... args) {
        Arrears root = new Arrears();
        CommandLine line = line(root, console);
        try {
            return line.execute(args);
        } catch (OutOfMemoryError | StackOverflowError exhausted) {
            return Failures.report(
                    new IllegalStateException(exhausted.toString(), exhausted),
                    console,
                    place(console, Optional.empty(), Optional.empty()),
                    root.verbose);
        }
    }

    /** Returns the whole command line, ready to be run or to be asked what it takes. */
    static CommandLine line(Console console) {
        return line(new Arrears(), console);
    }

    private static CommandLine line(Arrears root, Console console) {
        UsageErrors usage = new UsageErrors(console);
        return new CommandLine(root, new CommandFactory(console))
                .setOut(console.out().unguarded())
                .setErr(console.err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(LocalDate.class, new Converters.Date())
                .setUsageHelpWidth(100)
                .setParameterExceptionHandler(usage)
                .setExecutionExceptionHandler((thrown, command, parsed) -> thrown instanceof WrongUsageException wrong
                        ? usage.report(wrong, command.getCommandSpec())
                        : Failures.report(thrown, console, place(console, parsed), root.verbose));
    }

    /** Says so if arguments or settings did not come through as they were given. */
    private static boolean hasBroken(Console console, String... args) {
        Stream<String> settings = console.environment().entrySet().stream()
                .filter(variable -> variable.getKey().startsWith("ARREARS_"))
                .map(variable -> variable.getKey() + "=" + variable.getValue());
        Optional<String> broken = Stream.concat(Stream.of(args), settings)
                .filter(NativeText::isBroken)
                .findFirst();
        broken.ifPresent(text -> console.err()
                .println("arrears: \"" + text + "\" has characters that were lost: " + NativeText.reason()));
        return broken.isPresent();
    }

    /** Returns the place of the command that failed, wherever its options stand. */
    private static Failures.Place place(Console console, CommandLine.ParseResult parsed) {
        CommandLine.ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        Optional<Path> home = last.matchedOptionValue("--home", Optional.empty());
        Optional<String> db = last.matchedOptionValue("--db", Optional.empty());
        return place(console, home, db);
    }

    private static Failures.Place place(Console console, Optional<Path> home, Optional<String> db) {
        Path folder = CommonOptions.named(home, console).orElse(Path.of(CommonOptions.DEFAULT_HOME));
        return new Failures.Place(folder, Hints.of(console, home, db));
    }
}
