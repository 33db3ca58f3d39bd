package org.arrears;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The arrows of the design: who may know whom. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.arrears");

    /** Everything but the features; whatever package comes new is a feature until it is said otherwise here. */
    private static final String[] BENEATH_THE_FEATURES = {
        "org.arrears.core..",
        "org.arrears.db..",
        "org.arrears.run..",
        "org.arrears.facts..",
        "org.arrears.outbound..",
        "org.arrears.publish..",
        "org.arrears.summary..",
        "org.arrears.failure..",
        "org.arrears.disk..",
        "org.arrears.guard..",
        "org.arrears.print..",
        "org.arrears.render..",
        "org.arrears.nightly.."
    };

    @Test
    void everyPackageOfTheDesignIsLookedAt() {
        Set<String> found = new TreeSet<>();
        CLASSES.forEach(type -> found.add(type.getPackageName().replaceFirst("^(org\\.arrears\\.[a-z]+).*", "$1")));
        for (String name : Set.of(
                "nightly", "ingest", "assess", "contact", "agency", "explain", "compare", "report", "facts", "run",
                "db")) {
            assertTrue(found.contains("org.arrears." + name), () -> name + " is not among " + found);
        }
        assertFalse(found.contains("org.arrears.cli"), "the commands belong in a module of their own");
    }

    @Test
    void thePipelineKnowsTheFeaturesTheFeaturesKnowTheFactsAndNothingPointsBack() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("nightly")
                .definedBy("org.arrears.nightly..")
                .layer("features")
                .definedBy(resideInAnyPackage("org.arrears..")
                        .and(com.tngtech.archunit.base.DescribedPredicate.not(
                                resideInAnyPackage(BENEATH_THE_FEATURES))))
                .layer("facts")
                .definedBy("org.arrears.facts..")
                .layer("run")
                .definedBy("org.arrears.run..")
                .layer("db")
                .definedBy("org.arrears.db..")
                .layer("shown")
                .definedBy("org.arrears.print..", "org.arrears.render..")
                .layer("core")
                .definedBy("org.arrears.core..")
                .layer("guard")
                .definedBy("org.arrears.guard..")
                .layer("failure")
                .definedBy("org.arrears.failure..")
                .layer("disk")
                .definedBy("org.arrears.disk..")
                .whereLayer("nightly")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("features")
                .mayOnlyBeAccessedByLayers("nightly")
                .whereLayer("facts")
                .mayOnlyBeAccessedByLayers("nightly", "features")
                .whereLayer("run")
                .mayOnlyBeAccessedByLayers("nightly", "features", "facts")
                .whereLayer("db")
                .mayOnlyBeAccessedByLayers("nightly", "features", "facts", "run")
                .whereLayer("guard")
                .mayOnlyBeAccessedByLayers("nightly", "features", "facts", "run", "db", "shown")
                .whereLayer("disk")
                .mayOnlyBeAccessedByLayers("nightly", "features", "facts", "run", "db")
                .whereLayer("failure")
                .mayOnlyBeAccessedByLayers("nightly", "features", "facts", "run", "db", "guard", "shown")
                .check(CLASSES);
    }

    @Test
    void featuresDoNotKnowEachOther() {
        slices().matching("org.arrears.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(resideInAnyPackage("org.arrears.."), resideInAnyPackage(BENEATH_THE_FEATURES))
                .ignoreDependency(resideInAnyPackage("org.arrears.nightly.."), resideInAnyPackage("org.arrears.."))
                .check(CLASSES);
    }

    @Test
    void coreIsBuiltUpwardsFromMoney() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("money")
                .definedBy("org.arrears.core.money..")
                .layer("calendar")
                .definedBy("org.arrears.core.calendar..")
                .layer("loan")
                .definedBy("org.arrears.core.loan..")
                .layer("text")
                .definedBy("org.arrears.core.text..")
                .layer("condition")
                .definedBy("org.arrears.core.condition..")
                .layer("policy")
                .definedBy("org.arrears.core.policy..")
                .layer("replay")
                .definedBy("org.arrears.core.replay..")
                .layer("placement")
                .definedBy("org.arrears.core.placement..")
                .layer("contact")
                .definedBy("org.arrears.core.contact..")
                .whereLayer("placement")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("replay")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("contact")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("policy")
                .mayOnlyBeAccessedByLayers("replay", "contact", "placement")
                .whereLayer("condition")
                .mayOnlyBeAccessedByLayers("policy", "replay", "placement")
                .whereLayer("loan")
                .mayOnlyBeAccessedByLayers("policy", "replay", "contact")
                .whereLayer("calendar")
                .mayOnlyBeAccessedByLayers("loan", "policy", "replay")
                .ensureAllClassesAreContainedInArchitectureIgnoring(resideOutsideOfPackage("org.arrears.core.."))
                .check(CLASSES);
    }

    @Test
    void coreIsPure() {
        ArchRule rule = ArchRuleDefinition.noClasses()
                .that()
                .resideInAPackage("org.arrears.core..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "org.springframework..",
                        "org.postgresql..",
                        "org.slf4j..",
                        "java.sql..",
                        "javax.sql..",
                        "java.nio.file..",
                        "java.net.."))
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(java.io.File.class, java.io.FileInputStream.class, Clock.class, java.util.Random.class);
        rule.check(CLASSES);
    }

    @Test
    void coreKnowsNoFileAndNoFailureOfTheRunsAroundIt() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideInAPackage("org.arrears.core..")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("org.arrears..").and(resideOutsideOfPackage("org.arrears.core..")))
                .check(CLASSES);
    }

    @Test
    void onlyTheCommandsSeeTheEnvironmentAndTheTerminal() {
        ArchRuleDefinition.noClasses()
                .should()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .accessField(System.class, "in")
                .check(CLASSES);
    }

    @Test
    void whateverIsMadeOnDiskIsMadePrivate() {
        DisclosedFiles.rule().check(CLASSES);
    }

    @Test
    void nobodyButTheCommandsReadsAClock() {
        ArchRuleDefinition.noClasses()
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .check(CLASSES);
    }

    @Test
    void nothingLogsButThroughSlf4j() {
        ArchRuleDefinition.noClasses()
                .that()
                // The layout engine's own log passes through here; its interface names levels of java.util.logging.
                .doNotHaveFullyQualifiedName("org.arrears.contact.letter.PressLog")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("java.util.logging..", "org.apache.commons.logging..", "ch.qos.logback.."))
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .check(CLASSES);
    }

    @Test
    void namesSayWhatAThingIs() {
        ArchRuleDefinition.noClasses()
                .should()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .check(CLASSES);
    }
}
