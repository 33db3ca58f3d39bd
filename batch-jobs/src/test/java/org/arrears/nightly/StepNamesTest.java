package org.arrears.nightly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.arrears.run.StepName;
import org.junit.jupiter.api.Test;

/** A step has one name, said once: in the enum of its feature; the manual lists exactly these. */
class StepNamesTest {

    private static final Path ROOT = Path.of("..");
    private static final List<Path> SOURCES =
            List.of(Path.of("src/main/java"), ROOT.resolve("cli").resolve("src/main/java"));
    private static final Pattern SECTION = Pattern.compile("(?ms)^## Steps$(.*?)^## ");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\|");

    private static Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.arrears")) {
            if (type.isAssignableTo(StepName.class) && type.isEnum()) {
                Arrays.stream(type.reflect().getEnumConstants())
                        .map(name -> ((StepName) name).code())
                        .forEach(name -> {
                            if (!names.add(name)) {
                                throw new AssertionError("two steps are called " + name);
                            }
                        });
            }
        }
        assertFalse(names.isEmpty(), "no enum of steps was found");
        return names;
    }

    @Test
    void theChapterOnOperationsListsExactlyTheStepsThereAre() throws IOException {
        String manual = Files.readString(ROOT.resolve("docs/manual/operations.md"));
        String section = SECTION.matcher(manual)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
        Set<String> listed = ROW.matcher(section)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(names(), listed);
    }

    @Test
    void noStepIsNamedByATextInTheSources() throws IOException {
        Pattern named = Pattern.compile("\"(" + String.join("|", names()) + ")\"");
        List<String> texts = new ArrayList<>();
        for (Path sources : SOURCES) {
            try (Stream<Path> files = Files.walk(sources)) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    for (MatchResult text :
                            named.matcher(Files.readString(file)).results().toList()) {
                        texts.add(file + ": " + text.group());
                    }
                }
            }
        }
        assertEquals(List.of(), texts);
    }
}
