package org.arrears.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.arrears.guard.Secrets;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line, and in a second line how it should be. */
final class UsageErrors implements IParameterExceptionHandler {

    private final Console console;

    UsageErrors(Console console) {
        this.console = console;
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] args) {
        CommandSpec command = wrong.getCommandLine().getCommandSpec();
        String message = WrongWord.in(command.root(), List.of(args))
                .map(WrongWord::toString)
                .orElseGet(() -> message(wrong, List.of(args)));
        return report(message, command);
    }

    /** Says what a command found out itself. */
    int report(WrongUsageException wrong, CommandSpec command) {
        return report(String.valueOf(wrong.getMessage()), command);
    }

    private int report(String message, CommandSpec command) {
        console.err().println(Secrets.hidden(message));
        console.err().println("usage: " + synopsis(command) + "   (see " + command.qualifiedName() + " --help)");
        return ExitCodes.USAGE;
    }

    /** Says which commands there are below one that does nothing itself. */
    private static String needsCommand(CommandSpec command) {
        return command.qualifiedName() + " needs a command: " + String.join(", ", commands(command));
    }

    /** Returns the names of the commands below one that people are told of. */
    static List<String> commands(CommandSpec command) {
        return command.subcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(sub -> !sub.usageMessage().hidden())
                .map(CommandSpec::name)
                .distinct()
                .toList();
    }

    private static String message(ParameterException wrong, List<String> args) {
        if (wrong instanceof MissingParameterException missing) {
            return missing(missing.getMissing(), args);
        }
        if (wrong instanceof OverwrittenOptionException twice && twice.getOverwritten() instanceof OptionSpec option) {
            return option.longestName() + " is given more than once: give it once";
        }
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            String word = unmatched.getUnmatched().get(0);
            return "\"" + word + "\" is more than "
                    + wrong.getCommandLine().getCommandSpec().qualifiedName() + " takes";
        }
        CommandSpec command = wrong.getCommandLine().getCommandSpec();
        return command.subcommands().isEmpty() ? String.valueOf(wrong.getMessage()) : needsCommand(command);
    }

    private static String missing(List<ArgSpec> missing, List<String> args) {
        Optional<OptionSpec> valueless = missing.stream()
                .filter(ArgSpec::isOption)
                .map(OptionSpec.class::cast)
                .filter(option -> Stream.of(option.names()).anyMatch(args::contains))
                .findFirst();
        if (valueless.isPresent()) {
            return valueless.get().longestName() + " needs a value: " + shown(valueless.get());
        }
        String all = missing.stream()
                .sorted(Comparator.comparing(ArgSpec::isOption))
                .map(UsageErrors::shown)
                .collect(Collectors.joining(", "));
        return all + (missing.size() == 1 ? " is missing" : " are missing");
    }

    private static String shown(ArgSpec arg) {
        return arg instanceof OptionSpec option ? option.longestName() + " " + arg.paramLabel() : arg.paramLabel();
    }

    /** Returns the command with what it must be given. */
    private static String synopsis(CommandSpec command) {
        Stream<String> required =
                command.options().stream().filter(OptionSpec::required).map(UsageErrors::shown);
        Stream<String> positional = command.positionalParameters().stream().map(UsageErrors::positional);
        Stream<String> sub = command.subcommands().isEmpty() ? Stream.empty() : Stream.of("COMMAND");
        return Stream.of(Stream.of(command.qualifiedName()), positional, required, Stream.of("[OPTIONS]"), sub)
                .flatMap(words -> words)
                .collect(Collectors.joining(" "));
    }

    private static String positional(PositionalParamSpec parameter) {
        String label = parameter.paramLabel() + (parameter.arity().max() > 1 ? "..." : "");
        return parameter.required() ? label : "[" + label + "]";
    }
}
