package org.arrears.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which product names are taken for one another's misspelling. */
final class ProductNamesTest {

    @ParameterizedTest(name = "{0} under a policy with {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        Card           | CARD      | Card->CARD
        CARD           | CARD      |
        ＣＡＲＤ       | CARD      | ＣＡＲＤ->CARD
        CARDS          | CARD      |
        Card;card      | CARD      | Card->CARD;card->CARD
        Card           | CARD;Card |
        Cash;CASH      | CARD      | CASH->Cash
        CASH;CARD      | CARD      |
        Straße;STRASSE |           | STRASSE->Straße
        消费贷;消費貸  |           |
        """)
    void onlyCaseAndWidthMakeALookAlike(String found, String withTerms, String expected) {
        assertEquals(list(expected), alike(list(found), Set.copyOf(list(withTerms))));
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {" CARD", "CARD ", "\u3000CARD\u00a0"})
    void blanksAroundItDoNotMakeItAnother(String found) {
        assertEquals(List.of(found + "->CARD"), alike(List.of(found), Set.of("CARD")));
    }

    private static List<String> alike(List<String> found, Set<String> withTerms) {
        return ProductNames.lookAlikes(found, withTerms).entrySet().stream()
                .map(pair -> pair.getKey() + "->" + pair.getValue())
                .toList();
    }

    private static List<String> list(String words) {
        return words == null || words.isEmpty()
                ? List.of()
                : Arrays.stream(words.split(";", -1)).collect(Collectors.toList());
    }
}
