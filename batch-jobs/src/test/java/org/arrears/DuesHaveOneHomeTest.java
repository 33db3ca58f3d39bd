package org.arrears;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.arrears.core.money.Component;
import org.arrears.core.money.Dues;
import org.junit.jupiter.api.Test;

/** The parts of a debt are one value: no other class keeps them side by side, and nobody tells them by position. */
class DuesHaveOneHomeTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.arrears");

    private static final Set<String> AMOUNTS =
            Set.of("long", "java.lang.Long", "java.lang.String", "java.math.BigDecimal");

    @Test
    void noRecordKeepsThePartsOfADebtButDues() {
        Set<String> keepers = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            if (type.isRecord() && keepsParts(type) > 2) {
                keepers.add(type.getName());
            }
        }
        assertEquals(Set.of(Dues.class.getName()), keepers);
    }

    private static long keepsParts(JavaClass type) {
        List<String> names = type.getFields().stream()
                .filter(field -> AMOUNTS.contains(field.getRawType().getName()))
                .map(JavaField::getName)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
        return Dues.LISTED.stream()
                .map(Component::code)
                .filter(part -> names.stream().anyMatch(name -> name.matches("(overdue|unpaid)?" + part + "(minor)?")))
                .count();
    }

    @Test
    void theRuleSeesThePartsOfDues() {
        assertEquals(Dues.LISTED.size(), keepsParts(CLASSES.get(Dues.class)));
        assertTrue(CLASSES.get(Dues.class).isRecord());
    }

    @Test
    void nobodyMakesADebtByPosition() {
        ArchRuleDefinition.noClasses()
                .that()
                .doNotHaveFullyQualifiedName(Dues.class.getName())
                .should()
                .callConstructor(Dues.class, long.class, long.class, long.class, long.class, long.class)
                .check(CLASSES);
    }
}
