package org.arrears.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.arrears.cli.Shell.Ended;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every JSON that a command prints or leaves has names in snake_case: one rule for whoever reads it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JsonNamesIT {

    private static final Pattern SNAKE_CASE = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");

    /** Where names are data: currencies and products, codes of ours, and all of them. */
    private static final Pattern CODE = Pattern.compile("[A-Z]+|[a-z][a-z0-9]*(-[a-z0-9]+)+|[*]");

    private static final String NIGHT = " --as-of " + Lender.NIGHT_2;

    private Path folder = Path.of("");
    private Lender lender = new Lender("json_names", folder);

    @BeforeAll
    void runTwoNights(@TempDir Path fresh) {
        folder = fresh;
        lender = new Lender("json_names", fresh);
        lender.run(Lender.NIGHT_1).with(ExitCodes.DONE_WITH_REJECTS);
        lender.run(Lender.NIGHT_2);
    }

    private Ended run(String line) {
        List<String> words = new ArrayList<>(List.of(line.split(" ", -1)));
        if (!line.matches("(check|policy check) .*")) {
            words.addAll(List.of("--home", lender.home().toString(), "--db", lender.url()));
        }
        return lender.shell().run(words);
    }

    /** Collects the names of all fields, wherever they are. */
    private static void collect(JsonNode node, NavigableSet<String> names) {
        if (node.isObject()) {
            node.propertyNames().forEach(names::add);
        }
        node.forEach(inner -> collect(inner, names));
    }

    private static void requireSnakeCase(String what, String json) {
        NavigableSet<String> names = new TreeSet<>();
        collect(JsonMapper.shared().readTree(json), names);
        assertTrue(!names.isEmpty(), what + " has no names: " + json);
        names.removeIf(
                name -> SNAKE_CASE.matcher(name).matches() || CODE.matcher(name).matches());
        assertEquals(new TreeSet<>(), names, what);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check ../sample-data/inbox/2026-09-29 --max-rejects 99 --format json",
                "check ../sample-data --format json",
                "policy check ../sample-data/policy.yaml --format json",
                "policy diff ../sample-data/policy.yaml ../sample-data/policy.yaml --format json" + NIGHT,
                "explain LN2026000019 --format json" + NIGHT,
                "export accounts --format json" + NIGHT,
                "report ageing --format json" + NIGHT,
                "report roll-rate --format json" + NIGHT,
                "report summary --format json" + NIGHT,
                "report anomalies --format json" + NIGHT,
                "runs list --format json",
                "runs show nightly-2026-09-29-1 --format json",
                "rejects list --format json",
                "rejects dismiss 1 --dry-run --reason x --format json",
                "assess --rerun --format json" + NIGHT,
                "assess --format json" + NIGHT
            })
    void whatACommandPrints(String line) {
        requireSnakeCase(line, run(line).out());
    }

    @Test
    void theLastLineOfAnExport() {
        Ended export = run("export accounts --quiet --summary json" + NIGHT).with(ExitCodes.DONE);
        requireSnakeCase("the summary", export.err());
        Ended old = run("export accounts --quiet --output json" + NIGHT).with(ExitCodes.DONE);
        assertEquals(
                "warning: --output json is the old name of --summary json, and the next version does not know it\n"
                        + export.err(),
                old.err());
        assertEquals(export.out(), old.out());
    }

    @Test
    void whatARunLeaves() throws Exception {
        List<Path> files = new ArrayList<>(jsonIn(lender.out()));
        files.addAll(jsonIn(lender.home().resolve("runs")));
        assertTrue(files.size() > 5, files.toString());
        for (Path file : files) {
            requireSnakeCase(file.toString(), Files.readString(file));
        }
    }

    private static List<Path> jsonIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")).toList();
        }
    }
}
