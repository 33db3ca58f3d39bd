package org.arrears.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.arrears.db.DatabaseUrl;
import org.arrears.failure.ArrearsException;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The commands that messages tell people to run next: each is given the home and the database of the command that says
 * so, for whoever runs it may be in another folder or another shell.
 */
final class Hints {

    private static final String HOME = "--home";
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    private final Console console;
    private final String options;

    private Hints(Console console, String options) {
        this.console = console;
        this.options = options;
    }

    /** Returns the hints of a command line with these options, else with those of the environment. */
    static Hints of(Console console, Optional<Path> home, Optional<String> db) {
        String folder = CommonOptions.named(home, console)
                .map(Path::toString)
                .filter(name -> !name.equals(CommonOptions.DEFAULT_HOME))
                .map(name -> " --home " + quoted(name))
                .orElse("");
        String url = db.or(() -> Optional.ofNullable(console.environment().get("ARREARS_DB_URL")))
                .flatMap(Hints::withoutPasswords)
                .map(name -> " --db " + quoted(name))
                .orElse("");
        return new Hints(console, folder + url);
    }

    /** Returns the hints of a command that works with a home and a database of its own. */
    static Hints at(Console console, Path home) {
        return new Hints(console, " --home " + quoted(home.toString()));
    }

    private static Optional<String> withoutPasswords(String url) {
        try {
            return Optional.of(DatabaseUrl.of(url).text()).filter(text -> !text.isEmpty());
        } catch (ArrearsException unusable) {
            return Optional.empty();
        }
    }

    /** Returns what finds the commands in a text that have a home: {@code runs show} before {@code runs}. */
    private Pattern commands() {
        List<String> names = new ArrayList<>();
        collect(Arrears.line(console).getCommandSpec(), names);
        String alternatives = names.stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        return Pattern.compile("(?<![\\w/.-])(?:" + alternatives + ")(?![\\w-])");
    }

    private static void collect(CommandSpec command, List<String> names) {
        if (command.findOption(HOME) != null) {
            names.add(command.qualifiedName());
        }
        for (CommandLine sub : command.subcommands().values()) {
            collect(sub.getCommandSpec(), names);
        }
    }

    /** Returns a text whose commands can be run as they stand. */
    String in(String text) {
        return options.isEmpty()
                ? text
                : commands().matcher(text).replaceAll(command -> Matcher.quoteReplacement(command.group() + options));
    }

    /** Returns a word as a shell takes it literally. */
    static String quoted(String word) {
        return HARMLESS.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
