package org.arrears.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.arrears.core.text.NearestName;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * A word of a command line that is no command and no option where it stands. It is looked for first: a required option
 * whose name is misspelt is not missing.
 *
 * @param kind option or command
 * @param nearest names that may be meant
 */
record WrongWord(String word, String kind, String command, List<String> nearest) {

    private static final int SHORTEST_BEGINNING = 4;

    WrongWord {
        nearest = List.copyOf(nearest);
    }

    /** Returns the first such word. */
    static Optional<WrongWord> in(CommandSpec root, List<String> args) {
        CommandSpec command = root;
        for (int at = 0; at < args.size(); at++) {
            String arg = args.get(at);
            if (arg.equals("--")) {
                return Optional.empty();
            }
            if (arg.length() > 1 && arg.startsWith("-")) {
                Optional<OptionSpec> option = option(command, arg);
                if (option.isEmpty()) {
                    return Optional.of(unknownOption(command, name(arg)));
                }
                at += takesNext(option.get(), arg) ? 1 : 0;
            } else if (!command.subcommands().isEmpty()) {
                CommandLine sub = command.subcommands().get(arg);
                if (sub == null) {
                    return Optional.of(unknownCommand(command, arg));
                }
                command = sub.getCommandSpec();
            }
        }
        return Optional.empty();
    }

    private static String name(String arg) {
        int equals = arg.indexOf('=');
        return equals < 0 ? arg : arg.substring(0, equals);
    }

    /** Finds the option of an argument: by its whole name, or a short one that its value or other letters follow. */
    private static Optional<OptionSpec> option(CommandSpec command, String arg) {
        Optional<OptionSpec> whole = Optional.ofNullable(command.findOption(name(arg)));
        return whole.isPresent() || arg.startsWith("--")
                ? whole
                : Optional.ofNullable(command.findOption(arg.substring(0, 2)));
    }

    private static boolean takesNext(OptionSpec option, String arg) {
        return option.arity().max() > 0 && Stream.of(option.names()).anyMatch(arg::equals);
    }

    private static WrongWord unknownOption(CommandSpec command, String name) {
        List<String> known = command.options().stream()
                .filter(option -> !option.hidden())
                .flatMap(option -> Stream.of(option.names()))
                .filter(option -> option.startsWith("--"))
                .toList();
        return new WrongWord(name, "option", command.qualifiedName(), meant(name, known));
    }

    private static WrongWord unknownCommand(CommandSpec command, String name) {
        return new WrongWord(name, "command", command.qualifiedName(), meant(name, UsageErrors.commands(command)));
    }

    private static List<String> meant(String word, Collection<String> known) {
        List<String> begun = known.stream()
                .filter(name -> word.length() >= SHORTEST_BEGINNING && name.startsWith(word))
                .sorted()
                .toList();
        List<String> meant = new ArrayList<>(begun);
        if (begun.isEmpty()) {
            NearestName.of(word, known).ifPresent(meant::add);
        }
        return meant;
    }

    @Override
    public String toString() {
        return "there is no " + kind + " \"" + word + "\" in " + command
                + (nearest.isEmpty() ? "" : ": did you mean " + String.join(" or ", nearest) + "?");
    }
}
