package org.arrears.outbound;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** CSV is printed in one package, and files for others are written through one class of it. */
class CsvHasOneHomeTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.arrears");

    @Test
    void onlyOutboundPrintsCsv() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideOutsideOfPackage("org.arrears.outbound..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.apache.commons.csv.CSVPrinter")
                .check(CLASSES);
    }

    @Test
    void whatIsNoFileForOthersIsOnlyReportsOnAScreenAndRejectsAtHome() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideOutsideOfPackages("org.arrears.outbound..", "org.arrears.print.report..", "org.arrears.ingest..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.arrears.outbound.CsvWriter")
                .check(CLASSES);
    }

    @Test
    void nobodyButOutboundReadsAFileForOthersBack() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideOutsideOfPackages("org.arrears.outbound..", "org.arrears.ingest..")
                .should()
                .dependOnClassesThat(resideInAPackage("org.apache.commons.csv.."))
                .check(CLASSES);
    }

    @Test
    void nobodyQuotesCellsByHand() throws IOException {
        List<String> quoting = new ArrayList<>();
        for (String folder : List.of("src/main/java", "../cli/src/main/java")) {
            try (Stream<Path> sources = Files.walk(Path.of(folder))) {
                for (Path source : sources.filter(path -> path.toString().endsWith(".java"))
                        .toList()) {
                    if (Files.readString(source).contains("replace(\"\\\"\", \"\\\"\\\"\")")) {
                        quoting.add(String.valueOf(source.getFileName()));
                    }
                }
            }
        }
        // SQL quotes its names in the same way.
        assertEquals(Set.of("CsvCells.java", "DatabaseCopy.java"), Set.copyOf(quoting));
    }
}
