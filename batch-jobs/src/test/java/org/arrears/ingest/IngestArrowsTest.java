package org.arrears.ingest;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The packages of the ingest lie one above the other; a load and a check do not know each other. */
class IngestArrowsTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.arrears.ingest");

    @Test
    void kindsAreBelowMappingsBelowFilesBelowInboxes() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("load")
                .definedBy("org.arrears.ingest.load..")
                .layer("check")
                .definedBy("org.arrears.ingest.check..")
                .layer("inbox")
                .definedBy("org.arrears.ingest.inbox..")
                .layer("file")
                .definedBy("org.arrears.ingest.file..")
                .layer("mapping")
                .definedBy("org.arrears.ingest.mapping..")
                .layer("kind")
                .definedBy("org.arrears.ingest.kind..")
                .whereLayer("load")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("check")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("inbox")
                .mayOnlyBeAccessedByLayers("load", "check")
                .whereLayer("file")
                .mayOnlyBeAccessedByLayers("load", "check", "inbox")
                .whereLayer("mapping")
                .mayOnlyBeAccessedByLayers("load", "check", "inbox", "file")
                .ensureAllClassesAreContainedInArchitecture()
                .check(CLASSES);
    }
}
