package org.arrears.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A record of more than twelve components is several values in one. */
class RecordsStaySmallTest {

    private static final int MOST = 12;

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.arrears");

    @Test
    void noRecordHasMoreThanTwelveComponents() {
        Map<String, Integer> larger = new TreeMap<>();
        for (JavaClass type : CLASSES) {
            if (type.isRecord() && components(type) > MOST) {
                larger.put(type.getName(), components(type));
            }
        }
        assertEquals(Map.of(), larger);
    }

    private static int components(JavaClass type) {
        return (int) type.getFields().stream()
                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                .count();
    }

    @Test
    void everyModuleIsLookedAt() {
        for (String known : new String[] {"core.money.Dues", "cli.Arrears", "sample.SampleData"}) {
            assertTrue(CLASSES.contain("org.arrears." + known), known);
        }
        assertEquals(5, components(CLASSES.get("org.arrears.core.money.Dues")));
    }
}
