package org.arrears;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which assessment holds on a date is said once, by {@code assessment_on}; only who writes the ranges cuts them. */
class AssessedIntervalTest {

    private static final Path MODULES = Path.of("..");
    private static final String NAME = "[\"' ]*(\\w+\\.)?";
    private static final Pattern INTERVAL = Pattern.compile(
            "as_of *<=? *[^;]{0,60}? AND " + NAME + "through_on *>"
                    + "|through_on *>=? *[^;]{0,60}? AND " + NAME + "as_of *<"
                    + "|BETWEEN " + NAME + "as_of AND " + NAME + "through_on",
            Pattern.CASE_INSENSITIVE);

    /** The ranges' writer cuts and keeps them; the migration says what holds. */
    private static final List<String> ALLOWED = List.of("AssessmentTable.java", "V17__assessment_on.sql");

    @Test
    void theIntervalIsWrittenOutNowhereElse() throws IOException {
        try (Stream<Path> sources = Files.find(MODULES, 20, (path, file) -> isSource(path))) {
            List<String> found = sources.filter(AssessedIntervalTest::writesItOut)
                    .map(path -> String.valueOf(path.getFileName()))
                    .sorted()
                    .toList();
            assertEquals(ALLOWED, found);
        }
    }

    private static boolean isSource(Path path) {
        String name = path.toString();
        return name.contains("src/main/") && (name.endsWith(".java") || name.endsWith(".sql"));
    }

    private static boolean writesItOut(Path path) {
        try {
            return writesItOut(Files.readString(path));
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static boolean writesItOut(String source) {
        return INTERVAL.matcher(source.replaceAll("\\s+", " ")).find();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WHERE as_of <= :asOf AND through_on >= :asOf",
                "a.as_of <= ? AND a.through_on >= ?",
                "through_on >= :d\n   AND as_of <= :d",
                "\"a.as_of <= DATE '\" + asOf\n + \"' AND a.through_on >= DATE '\" + asOf",
                ":d BETWEEN a.as_of AND a.through_on"
            })
    void theRuleSeesItHoweverItIsWritten(String written) {
        assertTrue(writesItOut(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "assessment_on(:asOf)",
                "FROM assessment_on(:last) WHERE through_on < :asOf",
                "WHERE as_of = :asOf AND past_due_days > 0"
            })
    void theRuleSeesNothingElse(String written) {
        assertFalse(writesItOut(written));
    }
}
