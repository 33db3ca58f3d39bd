package org.arrears.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody but {@link Figures} puts thousands apart: five places did, and three of them lost a sign. */
class ThousandsHaveOneHomeTest {

    private static final Pattern GROUPING = Pattern.compile(
            "%[-+ 0(]*,[-+ 0(,]*[0-9]*(\\.[0-9]+)?[df]|insert\\([^;]*','|DecimalFormat\\b|\\bNumberFormat\\b");

    private static List<String> grouping(Path source) {
        try {
            List<String> found = new ArrayList<>();
            for (String line : Files.readAllLines(source)) {
                if (GROUPING.matcher(line).find()) {
                    found.add(source + ": " + line.strip());
                }
            }
            return found;
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static List<String> grouping(String folder) throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of(folder))) {
            return sources.filter(path -> path.toString().endsWith(".java"))
                    .map(ThousandsHaveOneHomeTest::grouping)
                    .flatMap(List::stream)
                    .toList();
        }
    }

    @Test
    void onlyFiguresGroups() throws IOException {
        List<String> ours = grouping("src/main/java");
        assertTrue(
                !ours.isEmpty() && ours.stream().allMatch(line -> line.contains("print/Figures.java:")),
                ours::toString);
        assertEquals(List.of(), grouping("../cli/src/main/java"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "String.format(Locale.ROOT, \"%,d\", count)",
                "printf(\"%-11s %,8d\", a, b)",
                "\"%,.2f\"",
                "text.insert(at, ',');",
                "new DecimalFormat(\"#,##0\")",
                "NumberFormat.getInstance()"
            })
    void theRuleSeesEveryWayToGroup(String line) {
        assertTrue(GROUPING.matcher(line).find(), line);
    }
}
