package org.arrears.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.arrears.cli.Shell.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Who asks a home or a database that is not there makes neither, and is not answered from it. */
class NothingThereIT {

    /** Those that may be the first in a home. */
    private static final NavigableSet<String> MAKERS = new TreeSet<>(
            List.of("arrears nightly", "arrears ingest", "arrears assess", "arrears notices", "arrears handoff"));

    private final Path folder;

    NothingThereIT(@TempDir Path folder) {
        this.folder = folder;
    }

    static List<String> askers() {
        return List.of(
                "explain L1 --as-of 2026-09-30",
                "explain L1 --as-of 2026-09-30 --policy ../sample-data/policy.yaml --format json",
                "export accounts --as-of 2026-09-30",
                "report ageing --as-of 2026-09-30",
                "report roll-rate --as-of 2026-09-30",
                "report summary --as-of 2026-09-30",
                "report anomalies --as-of 2026-09-30",
                "policy diff ../sample-data/policy.yaml ../sample-data/policy.yaml --as-of 2026-09-30",
                "runs list",
                "runs show nightly-2026-09-30-1",
                "runs resume nightly-2026-09-30-1",
                "runs stop nightly-2026-09-30-1",
                "rejects list",
                "rejects dismiss 1 --reason x");
    }

    private static List<String> withHome(CommandSpec command) {
        List<String> names = new ArrayList<>();
        if (command.findOption("--home") != null) {
            names.add(command.qualifiedName());
        }
        for (CommandLine sub : command.subcommands().values()) {
            names.addAll(withHome(sub.getCommandSpec()));
        }
        return names;
    }

    @Test
    void everyCommandWithAHomeIsEitherTriedHereOrMayMakeOne() {
        Console nobody = new Console(
                new PrintWriter(Writer.nullWriter()),
                new PrintWriter(Writer.nullWriter()),
                Map.of(),
                Clock.systemUTC(),
                false);
        NavigableSet<String> known = askers().stream()
                .map(line -> Stream.of(("arrears " + line).split(" ", -1))
                        .takeWhile(word -> word.matches("[a-z]+"))
                        .limit(line.startsWith("explain") || line.startsWith("report") ? 2 : 3)
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.toCollection(TreeSet::new));
        known.addAll(MAKERS);
        assertEquals(known, new TreeSet<>(withHome(Arrears.line(nobody).getCommandSpec())));
    }

    private Ended run(Map<String, String> environment, String line, String... more) {
        List<String> words = new ArrayList<>(List.of(line.split(" ", -1)));
        words.addAll(List.of(more));
        return new Shell(environment).run(words).with(ExitCodes.DATABASE_UNAVAILABLE);
    }

    @ParameterizedTest
    @MethodSource("askers")
    void aHomeThatIsNotThereIsNotMade(String line) {
        Path home = folder.resolve("mistyped");
        Ended ended = run(Map.of(), line, "--home", home.toString());
        assertEquals(
                "arrears: there is no database in home " + home
                        + ", which is not there itself: look at --home and --db,"
                        + " or load files first: arrears nightly --home " + home + "; nothing was made\n",
                ended.err());
        assertEquals("", ended.out());
        assertFalse(Files.exists(home));
        run(Map.of("ARREARS_HOME", home.toString()), line);
        assertFalse(Files.exists(home));
    }

    @ParameterizedTest
    @MethodSource("askers")
    void aHomeWithoutADatabaseIsLeftAsItIs(String line) throws Exception {
        Path home = Files.createDirectory(folder.resolve("home"));
        Ended ended = run(Map.of(), line, "--home", home.toString());
        assertTrue(
                ended.err().startsWith("arrears: there is no database in home " + home + ": look at --home"),
                ended.err());
        try (Stream<Path> inside = Files.list(home)) {
            assertEquals(List.of(), inside.toList());
        }
    }

    @Test
    void aServersEmptyDatabaseGetsNoSchemaFromWhoOnlyAsks() throws Exception {
        TestServer.execute(
                "DROP DATABASE IF EXISTS nothing WITH (FORCE)", "CREATE DATABASE nothing TEMPLATE template0");
        for (String line : askers()) {
            Ended ended = run(TestServer.environment(), line, "--db", TestServer.url("nothing"));
            assertTrue(ended.err().contains("it holds nothing of arrears: look at --db"), ended.err());
        }
        try (var connection = TestServer.dataSource("nothing").getConnection();
                var schemas = connection.getMetaData().getSchemas(null, "arrears")) {
            assertFalse(schemas.next());
        }
    }
}
