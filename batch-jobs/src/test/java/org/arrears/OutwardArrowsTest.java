package org.arrears;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What lies between the features and the facts: the summary of a run, its folder, the files in it. */
class OutwardArrowsTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.arrears");

    private static void onlyKnownBy(String known, String... knowing) {
        assertTrue(CLASSES.stream().anyMatch(resideInAPackage("org.arrears." + known)), () -> "nothing in " + known);
        ArchRuleDefinition.noClasses()
                .that()
                .resideOutsideOfPackages(List.of(knowing).stream()
                        .map(name -> "org.arrears." + name + "..")
                        .toArray(String[]::new))
                .should()
                .dependOnClassesThat(resideInAPackage("org.arrears." + known))
                .check(CLASSES);
    }

    @Test
    void theSummaryIsReadByReportsAndPutTogetherByThePipeline() {
        onlyKnownBy("summary", "summary", "report", "nightly");
    }

    @Test
    void aFolderIsPublishedByThePipelineAndTellsWhatTheSummaryGivesIt() {
        onlyKnownBy("publish", "publish", "summary", "nightly");
    }

    @Test
    void reportsAreWrittenByThePipelineOnly() {
        onlyKnownBy("report", "report", "nightly");
    }

    @Test
    void aFolderIsPublishedWithoutKnowingWhatIsInIt() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideInAPackage("org.arrears.publish..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "org.arrears.summary..",
                        "org.arrears.report..",
                        "org.arrears.contact..",
                        "org.arrears.agency..",
                        "org.arrears.ingest..",
                        "org.arrears.assess.."))
                .check(CLASSES);
    }

    @Test
    void aFileForOthersKnowsNothingOfWhoWritesIt() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideInAPackage("org.arrears.outbound..")
                .should()
                .dependOnClassesThat(resideInAPackage("org.arrears..")
                        .and(resideOutsideOfPackages(
                                "org.arrears.outbound..",
                                "org.arrears.run..",
                                "org.arrears.disk..",
                                "org.arrears.print..",
                                "org.arrears.core..")))
                .check(CLASSES);
    }

    @Test
    void whatLiesBeneathKnowsNoneOfThem() {
        ArchRuleDefinition.noClasses()
                .that(resideInAnyPackage(
                        "org.arrears.core..",
                        "org.arrears.disk..",
                        "org.arrears.guard..",
                        "org.arrears.failure..",
                        "org.arrears.db..",
                        "org.arrears.run..",
                        "org.arrears.facts..",
                        "org.arrears.render..",
                        "org.arrears.print"))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "org.arrears.outbound..",
                        "org.arrears.print.report..",
                        "org.arrears.publish..",
                        "org.arrears.summary.."))
                .check(CLASSES);
    }
}
