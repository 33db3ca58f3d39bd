package org.arrears.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The command lines of the manual and the README name commands and options that there are. */
class ManualCommandsTest {

    private static final Pattern COMMAND = Pattern.compile("(?:^|[\\s`(/])arrears ((?:[a-z]+ ?)(?:\\\\\\n|[^`\\n])*)");
    private static final Pattern OPTION = Pattern.compile("(?<=[\\s\\[(])(--?[a-z][a-z-]*)");

    private static List<Path> pages() throws IOException {
        List<Path> pages =
                new ArrayList<>(List.of(Path.of("..", "README.md"), Path.of("..", "sample-data", "README.md")));
        try (Stream<Path> manual = Files.walk(Path.of("..", "docs", "manual"))) {
            manual.filter(page -> page.toString().endsWith(".md")).forEach(pages::add);
        }
        return pages;
    }

    private static String wrong(CommandSpec root, String line) {
        CommandSpec command = root;
        for (String word : line.split("\\s+", -1)) {
            CommandLine sub = command.subcommands().get(word);
            if (sub == null) {
                break;
            }
            command = sub.getCommandSpec();
        }
        Matcher options = OPTION.matcher(line);
        while (command != root && options.find()) {
            OptionSpec option = command.findOption(options.group(1));
            if (option == null || option.hidden()) {
                return options.group(1) + " in: arrears " + line;
            }
        }
        return "";
    }

    @Test
    void everyOptionInThemIsOneOfItsCommand() throws IOException {
        CommandSpec root = Arrears.line(new Console(
                        new PrintWriter(Writer.nullWriter()),
                        new PrintWriter(Writer.nullWriter()),
                        Map.of(),
                        Clock.systemUTC(),
                        false))
                .getCommandSpec();
        List<String> wrong = new ArrayList<>();
        int lines = 0;
        for (Path page : pages()) {
            Matcher commands = COMMAND.matcher(Files.readString(page));
            while (commands.find()) {
                lines++;
                String found = wrong(root, commands.group(1));
                if (!found.isEmpty()) {
                    wrong.add(page.getFileName() + ": " + found);
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(lines > 50, "only " + lines + " command lines were found");
    }
}
