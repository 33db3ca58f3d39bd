package org.arrears.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.arrears.cli.Shell.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** One name for one idea over all commands; the names of version 0.1.0 still work and say so. */
class OptionNamesTest {

    private static List<CommandSpec> commands() {
        CommandSpec root = Arrears.line(new Console(
                        new PrintWriter(Writer.nullWriter()),
                        new PrintWriter(Writer.nullWriter()),
                        Map.of(),
                        Clock.systemUTC(),
                        false))
                .getCommandSpec();
        List<CommandSpec> all = new ArrayList<>();
        collect(root, all);
        return all;
    }

    private static void collect(CommandSpec command, List<CommandSpec> all) {
        all.add(command);
        command.subcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(sub -> !sub.usageMessage().hidden())
                .forEach(sub -> collect(sub, all));
    }

    private static Stream<OptionSpec> options(CommandSpec command) {
        return command.options().stream().filter(option -> !option.hidden());
    }

    private static NavigableSet<String> withOption(String name) {
        return commands().stream()
                .filter(command -> options(command)
                        .anyMatch(option -> List.of(option.names()).contains(name)))
                .map(CommandSpec::qualifiedName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void outIsTheOutboxAndOnlyThat() {
        assertEquals(
                new TreeSet<>(List.of("arrears handoff", "arrears nightly", "arrears notices")), withOption("--out"));
    }

    @Test
    void aFileForTheResultIsOutputEverywhere() {
        assertEquals(withOption("-o"), withOption("--output"));
        assertTrue(withOption("-o").size() >= 10, withOption("-o").toString());
    }

    @Test
    void anOptionMeansTheSameThingInEveryCommand() {
        Map<String, NavigableSet<String>> labels = new TreeMap<>();
        commands().stream()
                .flatMap(OptionNamesTest::options)
                .filter(option -> option.arity().max() > 0
                        && !List.of("--format", "--rejects").contains(option.longestName()))
                .forEach(option -> labels.computeIfAbsent(option.longestName(), name -> new TreeSet<>())
                        .add(option.paramLabel()));
        labels.values().removeIf(kinds -> kinds.size() == 1);
        assertEquals(Map.of(), labels);
    }

    @Test
    void everyFormIsAskedForByFormatOrIsTheSummaryOfAnExport() {
        List<String> forms = commands().stream()
                .flatMap(command -> options(command)
                        .filter(option -> option.type() == Form.class
                                || option.paramLabel().contains("json"))
                        .map(OptionSpec::longestName))
                .distinct()
                .sorted()
                .toList();
        assertEquals(List.of("--format", "--summary"), forms);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            policy check ../sample-data/policy.yaml   | --output json | json
            policy check ../sample-data/policy.yaml   | --output=TEXT | text
            check src/test/resources/check/2026-09-30 | --output json | json
            """)
    void theOldNameOfAFormGivesTheSameResultAndAWarning(String command, String old, String form) {
        Ended before = new Shell(Map.of()).run((command + " " + old).split(" ", -1));
        Ended after = new Shell(Map.of()).run((command + " --format " + form).split(" ", -1));
        assertEquals(after.out(), before.out());
        assertEquals(after.code(), before.code());
        String warning = "warning: --output " + form + " is the old name of --format " + form;
        assertEquals(warning + ", and the next version does not know it\n" + after.err(), before.err());
    }

    @Test
    void theOldNameOfAFileGivesTheSameResultAndAWarning(@TempDir Path folder) throws Exception {
        List<String> preview = List.of("template", "preview", "letters/demand.zh.vm", "--templates", "../templates");
        Path before = folder.resolve("before.pdf");
        Path after = folder.resolve("after.pdf");
        Ended old = new Shell(Map.of())
                .run(Stream.concat(preview.stream(), Stream.of("--out", before.toString()))
                        .toList())
                .with(ExitCodes.DONE);
        assertEquals(
                "warning: --out FILE is the old name of -o FILE, and the next version does not know it\n", old.err());
        new Shell(Map.of())
                .run(Stream.concat(preview.stream(), Stream.of("--output", after.toString()))
                        .toList())
                .with(ExitCodes.DONE);
        assertEquals(-1, Files.mismatch(before, after));
    }

    @Test
    void aResultGoesToAFileInTheFormOfItsEnding(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("checked.json");
        Ended ended = new Shell(Map.of())
                .run("policy", "check", "../sample-data/policy.yaml", "-o", file.toString())
                .with(ExitCodes.DONE);
        assertEquals("", ended.out());
        assertEquals(
                new Shell(Map.of())
                        .run("policy", "check", "../sample-data/policy.yaml", "--format", "json")
                        .out(),
                Files.readString(file));
    }
}
