package org.arrears.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.arrears.explain.ExplainCases.Explained;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The manual shows a real explanation and names every field; {@code -Dgolden.update} writes the example anew. */
class ExplainManualTest {

    private static final Path MANUAL = Path.of("../docs/manual/explain.md");
    private static final String FENCE = "\n```\n";
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");

    @Test
    void theWorkedExampleIsWhatIsPrinted() throws IOException {
        Explained example = ExplainCases.all().findFirst().orElseThrow();
        String text = ExplainText.print(example.derivation(), example.account());
        String manual = Files.readString(MANUAL);
        int from = manual.indexOf(FENCE) + FENCE.length();
        int to = manual.indexOf(FENCE, from - 1) + 1;
        if (UPDATE) {
            Files.writeString(MANUAL, manual.substring(0, from) + text + manual.substring(to));
            return;
        }
        assertEquals(text, manual.substring(from, to));
    }

    @Test
    void everyFieldOfTheSchemaIsInTheManual() throws IOException {
        String manual = Files.readString(MANUAL);
        try (InputStream schema = ExplainJson.class.getResourceAsStream(ExplainJson.SCHEMA)) {
            JsonNode root = new JsonMapper().readTree(schema);
            root.get("properties").propertyNames().forEach(field -> assertNamed(manual, field));
            for (JsonNode definition : root.get("$defs")) {
                definition.path("properties").propertyNames().forEach(field -> assertNamed(manual, field));
            }
        }
    }

    private static void assertNamed(String manual, String field) {
        assertTrue(manual.contains("`" + field + "`") || manual.contains("`" + field + "[]`"), field);
    }
}
