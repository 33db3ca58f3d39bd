package org.arrears.reference;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** The reference is only worth something while it shares no rule with what it checks. */
final class ReferenceIndependenceTest {

    private static final JavaClasses REFERENCE = new ClassFileImporter().importPackages("org.arrears.reference");

    @Test
    void theReferenceKnowsNothingOfTheReplay() {
        noClasses()
                .that()
                .resideInAPackage("org.arrears.reference")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.arrears.core.replay..")
                .check(REFERENCE);
    }

    @Test
    void theReferenceTakesFromCoreOnlyWhatIsGivenToBoth() {
        classes()
                .that()
                .resideInAPackage("org.arrears.reference")
                .and()
                .haveSimpleNameNotEndingWith("Test")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "org.arrears.reference",
                        "org.arrears.core.loan",
                        "org.arrears.core.policy",
                        "org.arrears.core.money",
                        "org.arrears.core.calendar")
                .check(REFERENCE);
    }

    @Test
    void theReferenceCountsRollsAndRoundsByItself() {
        noClasses()
                .that()
                .resideInAPackage("org.arrears.reference")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("org.arrears.core.(calendar.BusinessCalendar|money.AccrualRate|money.Amounts)")
                .check(REFERENCE);
        noClasses()
                .that()
                .resideInAPackage("org.arrears.reference")
                .should()
                .callMethodWhere(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                        com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner(
                                com.tngtech.archunit.core.domain.JavaClass.Predicates.type(
                                        org.arrears.core.calendar.DayCount.class))))
                .check(REFERENCE);
    }
}
