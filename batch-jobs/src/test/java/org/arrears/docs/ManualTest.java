package org.arrears.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.arrears.core.loan.AnomalyKind;
import org.arrears.failure.FailureKind;
import org.junit.jupiter.api.Test;

/** The manual names every code a user can meet, and its links lead somewhere. */
class ManualTest {

    private static final Path ROOT = Path.of("..");
    private static final Path MANUAL = ROOT.resolve("docs/manual");
    private static final Path SOURCES = Path.of("src/main/java/org/arrears");

    private static final Pattern REASON = Pattern.compile("\"([a-z]+(?:-[a-z]+)+)\"");
    private static final Pattern EXIT_CODE = Pattern.compile("static final int [A-Z_]+ = ([0-9]+);");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)|src=\"([^\"]+)\"");
    private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.+)$");

    @Test
    void everyRejectCodeIsInTheChapterOnFiles() throws Exception {
        Set<String> codes = Arrays.stream(
                        Class.forName("org.arrears.ingest.kind.RejectCode").getEnumConstants())
                .map(code -> ((Enum<?>) code).name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(TreeSet::new, Set::add, Set::addAll);
        assertNamed("files.md", codes);
    }

    @Test
    void everyExitCodeAndKindOfFailureIsInTheChapterOnOperations() throws IOException {
        assertNamed(
                "operations.md",
                Arrays.stream(FailureKind.values()).map(Enum::name).toList());
        String codes = Files.readString(ROOT.resolve("cli/src/main/java/org/arrears/cli/ExitCodes.java"));
        String manual = Files.readString(MANUAL.resolve("operations.md"));
        List<String> missing = firstGroups(EXIT_CODE, codes).stream()
                .filter(code -> !manual.contains("\n| " + code + " |"))
                .toList();
        assertEquals(List.of(), missing);
    }

    @Test
    void everyReasonForSilenceIsInTheChapterOnNotices() throws IOException {
        List<Path> sources = new ArrayList<>(filesIn(SOURCES.resolve("core/contact"), ".java"));
        sources.addAll(filesIn(SOURCES.resolve("contact"), "Reach.java"));
        sources.add(SOURCES.resolve("core/loan/Doubt.java"));
        Set<String> reasons = new TreeSet<>();
        for (Path source : sources) {
            reasons.addAll(firstGroups(REASON, Files.readString(source)));
        }
        assertNamed("notices.md", reasons);
    }

    @Test
    void everyAnomalyIsInTheChapterOnTheCalculation() throws IOException {
        assertNamed(
                "calculation.md",
                Arrays.stream(AnomalyKind.values()).map(AnomalyKind::code).toList());
    }

    @Test
    void everyLinkLeadsToAFileAndAHeading() throws IOException {
        Set<String> dead = new TreeSet<>();
        for (Path page : pages()) {
            String text = FENCED.matcher(Files.readString(page)).replaceAll("");
            for (MatchResult link : LINK.matcher(text).results().toList()) {
                String target = link.group(1) == null ? link.group(2) : link.group(1);
                if (!target.matches("[a-z]+:.*") && !leadsSomewhere(page, target)) {
                    dead.add(ROOT.relativize(page) + ": " + target);
                }
            }
        }
        assertEquals(Set.of(), dead);
    }

    private static boolean leadsSomewhere(Path page, String target) throws IOException {
        String[] parts = target.split("#", 2);
        Path file = parts[0].isEmpty()
                ? page
                : page.resolveSibling(parts[0].replaceFirst("/$", "")).normalize();
        if (!Files.exists(file) || parts.length == 1) {
            return Files.exists(file);
        }
        String text = FENCED.matcher(Files.readString(file)).replaceAll("");
        return firstGroups(HEADING, text).stream().map(ManualTest::anchor).anyMatch(parts[1]::equals);
    }

    /** A heading as code hosts name it in links. */
    private static String anchor(String heading) {
        return heading.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}\\- _]", "")
                .replace(' ', '-');
    }

    private static List<Path> pages() throws IOException {
        List<Path> found = new ArrayList<>(filesIn(ROOT.resolve("docs"), ".md"));
        found.add(ROOT.resolve("README.md"));
        found.add(ROOT.resolve("CHANGELOG.md"));
        found.add(ROOT.resolve("sample-data/README.md"));
        found.add(ROOT.resolve("templates/fonts/README.md"));
        return found;
    }

    private static List<Path> filesIn(Path folder, String ending) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> path.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> firstGroups(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).toList();
    }

    private static void assertNamed(String chapter, Iterable<String> words) throws IOException {
        String manual = Files.readString(MANUAL.resolve(chapter));
        Set<String> missing = new TreeSet<>();
        words.forEach(word -> {
            if (!manual.contains("`" + word + "`")) {
                missing.add(word);
            }
        });
        assertFalse(!words.iterator().hasNext(), "nothing to look for in " + chapter);
        assertEquals(Set.of(), missing, chapter);
    }
}
