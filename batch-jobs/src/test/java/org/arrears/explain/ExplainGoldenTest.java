package org.arrears.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.arrears.explain.ExplainCases.Explained;
import org.arrears.print.ColumnWidth;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Explanations beside golden files; {@code -Dgolden.update} writes them anew. */
class ExplainGoldenTest {

    private static final Path FOLDER = Path.of("src/test/resources/explain");
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");

    static Stream<Explained> cases() {
        return ExplainCases.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theTextIsTheGoldenOne(Explained explained) throws IOException {
        compare(explained, "expected.txt", ExplainText.print(explained.derivation(), explained.account()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theJsonIsTheGoldenOne(Explained explained) throws IOException {
        compare(explained, "expected.json", ExplainJson.print(explained.derivation(), explained.account()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void thePageIsTheGoldenOne(Explained explained) throws IOException {
        compare(explained, "expected.html", ExplainHtml.print(explained.derivation(), explained.account()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void noLineOfTheTextIsWiderThanThePage(Explained explained) {
        ExplainText.print(explained.derivation(), explained.account())
                .lines()
                .forEach(line -> assertTrue(ColumnWidth.of(line) <= ExplainText.WIDTH, line));
    }

    private static void compare(Explained explained, String file, String actual) throws IOException {
        Path golden = FOLDER.resolve(explained.folder()).resolve(file);
        if (UPDATE) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, actual);
        }
        assertEquals(Files.readString(golden), actual);
    }
}
