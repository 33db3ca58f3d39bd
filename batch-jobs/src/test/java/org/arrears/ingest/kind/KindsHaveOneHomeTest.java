package org.arrears.ingest.kind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.arrears.core.policy.PolicyReader;
import org.junit.jupiter.api.Test;

/** What a kind of file is stands in its class; whatever else names kinds is held to the list of them. */
class KindsHaveOneHomeTest {

    private static final List<Path> SOURCES = List.of(Path.of("src/main/java"), Path.of("../cli/src/main/java"));
    private static final Path MANUAL = Path.of("../docs/manual");
    private static final String CODES =
            FileKinds.OURS.all().stream().map(FileKind::code).collect(Collectors.joining("|"));
    private static final String TABLES =
            FileKinds.OURS.all().stream().map(FileKind::table).collect(Collectors.joining("|"));
    private static final Pattern CODE = Pattern.compile("[\"'](" + CODES + ")[\"']");

    /** One place of the sources that fits a pattern. */
    private record Place(Path file, String text) {}

    private static List<Path> sources(String within) {
        return SOURCES.stream()
                .flatMap(KindsHaveOneHomeTest::walk)
                .filter(path -> path.toString().contains(within)
                        && path.toString().endsWith(".java")
                        && !path.toString().contains("org/arrears/ingest/kind/"))
                .toList();
    }

    private static Stream<Path> walk(Path root) {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.toList().stream();
        } catch (IOException gone) {
            throw new AssertionError(gone);
        }
    }

    private static List<Place> places(String within, Pattern pattern) throws IOException {
        List<Path> sources = sources(within);
        assertTrue(sources.size() > 10, () -> "looks at only " + sources);
        List<Place> places = new ArrayList<>();
        for (Path source : sources) {
            Matcher matcher = pattern.matcher(Files.readString(source));
            while (matcher.find()) {
                places.add(new Place(source, matcher.group()));
            }
        }
        return places;
    }

    @Test
    void noOtherClassOfTheIngestNamesAKind() throws IOException {
        assertEquals(List.of(), places("org/arrears/ingest/", CODE));
    }

    @Test
    void thePatternOfAKindsFilesStandsNowhereElse() throws IOException {
        Pattern pattern = Pattern.compile("\"[^\"\n]*\\b(" + CODES + ")[^\" \n]*\\.csv");
        assertEquals(List.of(), places("org/arrears/", pattern));
    }

    @Test
    void nobodyElseWritesTheTableOfAKind() throws IOException {
        Pattern write =
                Pattern.compile("(INSERT\\s+INTO|UPDATE|DELETE\\s+FROM|TRUNCATE(\\s+TABLE)?|MERGE\\s+INTO|COPY)\\s+("
                        + TABLES + ")\\b");
        assertEquals(List.of(), places("org/arrears/", write));
    }

    /** The policy says which kinds are required, a bench which tables it fills; both are held to the list elsewhere. */
    @Test
    void nobodyElseHasAListOfKinds() throws IOException {
        Set<String> lists = new TreeSet<>();
        for (Path source : sources("org/arrears/")) {
            Matcher matcher = CODE.matcher(Files.readString(source));
            Set<String> named = new TreeSet<>();
            while (matcher.find()) {
                named.add(matcher.group(1));
            }
            if (named.size() > 2) {
                lists.add(source.getFileName().toString());
            }
        }
        assertEquals(Set.of("BenchIngest.java", "FilesReader.java"), lists);
    }

    @Test
    void aPolicyMayRequireTheKindsThereAreAndNoOther() {
        String policy = "policy: any\npenalty: { multiple: 1.5 }\nbuckets: { ranges: { M0: 0, M1: 1+ } }\n"
                + "files: { required: [nonsense] }\n";
        String errors = PolicyReader.read(policy.getBytes(StandardCharsets.UTF_8), "policy.yaml")
                .match((read, warnings) -> "", String::valueOf);
        Matcher allowed = Pattern.compile("allowed: ([a-z, ]+)").matcher(errors);
        assertTrue(allowed.find(), errors);
        assertEquals(
                FileKinds.OURS.all().stream().map(FileKind::code).collect(Collectors.toSet()),
                Set.of(allowed.group(1).strip().split(", ")));
    }

    @Test
    void theManualKnowsEachKindAndEachOfItsColumns() throws IOException {
        String files = Files.readString(MANUAL.resolve("files.md"));
        for (FileKind kind : FileKinds.OURS.all()) {
            assertTrue(files.contains("`" + kind.names().text() + "`"), kind.code());
            Matcher row = Pattern.compile("(?m)^\\| " + kind.code() + " \\|.*$").matcher(files);
            assertTrue(row.find(), () -> "no row for " + kind.code());
            for (String column : kind.columns().names()) {
                assertTrue(row.group().contains(column), () -> kind.code() + "." + column + " not in " + row.group());
            }
        }
    }

    @Test
    void twoKindsWhoseFilesCannotBeToldApartAreADefect() {
        assertEquals(
                "files of another kind would be taken for pledges",
                assertThrows(
                                IllegalStateException.class,
                                () -> new FileKinds(List.of(new PledgesFile(), new PledgesFile())))
                        .getMessage());
    }
}
