package org.arrears.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.arrears.guard.NativeText;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

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
            PartCommands.Ingest.class,
            PartCommands.Assess.class,
            PartCommands.Notices.class,
            PartCommands.Handoff.class,
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
final class Arrears implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--verbose", description = "Show stack traces.", scope = CommandLine.ScopeType.INHERIT)
    private boolean verbose;

    private Arrears() {}

    public static void main(String[] args) {
        Surroundings world = new Surroundings(
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err),
                System.getenv(),
                Clock.systemUTC(),
                Boolean.getBoolean("arrears.terminal"),
                Boolean.getBoolean("arrears.terminal.out"));
        System.setErr(ScreenStream.to(world.err()));
        System.setOut(ScreenStream.to(world.err()));
        System.exit(run(world, args));
    }

    /** Does what {@code main} does and returns the exit code; what tests call. */
    static int run(Surroundings world, String... args) {
        Arrears root = new Arrears();
        CommandLine line = new CommandLine(root, new Commands(world))
                .setOut(world.out().unguarded())
                .setErr(world.err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(LocalDate.class, new Converters.Date())
                .setUsageHelpWidth(100)
                .setParameterExceptionHandler((wrong, given) -> Failures.reportUsage(wrong, world))
                .setExecutionExceptionHandler(
                        (thrown, command, parsed) -> Failures.report(thrown, world, home(world, parsed), root.verbose));
        int code;
        try {
            code = hasBroken(world, args) ? ExitCodes.USAGE : line.execute(args);
        } catch (OutOfMemoryError | StackOverflowError exhausted) {
            Path home = Path.of(world.environment().getOrDefault("ARREARS_HOME", ".arrears"));
            code = Failures.report(
                    new IllegalStateException(exhausted.toString(), exhausted), world, home, root.verbose);
        }
        world.out().flush();
        world.err().flush();
        return code;
    }

    /** Says so if arguments or settings did not come through as they were given. */
    private static boolean hasBroken(Surroundings world, String... args) {
        Stream<String> settings = world.environment().entrySet().stream()
                .filter(variable -> variable.getKey().startsWith("ARREARS_"))
                .map(variable -> variable.getKey() + "=" + variable.getValue());
        Optional<String> broken = Stream.concat(Stream.of(args), settings)
                .filter(NativeText::isBroken)
                .findFirst();
        broken.ifPresent(text ->
                world.err().println("arrears: \"" + text + "\" has characters that were lost: " + NativeText.reason()));
        return broken.isPresent();
    }

    /** Returns the home folder of the command that failed, wherever its option stands. */
    private static Path home(Surroundings world, CommandLine.ParseResult parsed) {
        CommandLine.ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        Optional<Path> option = last.matchedOptionValue("--home", Optional.empty());
        return option.orElse(Path.of(world.environment().getOrDefault("ARREARS_HOME", ".arrears")));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command? See the list below.");
    }

    private static PrintWriter utf8(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), true);
    }
}
