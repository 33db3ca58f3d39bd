package org.arrears.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.arrears.core.policy.PolicyAlternatives;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A change of any key of a policy is seen by a comparison of policies. */
class EveryKeyIsComparedTest {

    @ParameterizedTest
    @MethodSource("keys")
    void aChangeOfTheKeyIsNamed(String key) {
        TermChanges changes = TermChanges.between(PolicyAlternatives.sample(), PolicyAlternatives.other(key));
        String path = key.replaceAll("\\[n].*", "").replace("<product>.", "");
        Stream<String> named =
                Stream.concat(changes.figures().stream().map(TermChange::path), changes.elsewhere().stream());
        assertTrue(
                named.anyMatch(name -> name.equals(path) || name.startsWith(path + ".") || path.startsWith(name + ".")),
                key + ": " + changes);
    }

    @Test
    void withoutAChangeNothingIsNamed() {
        assertEquals(
                new TermChanges(List.of(), List.of()),
                TermChanges.between(PolicyAlternatives.sample(), PolicyAlternatives.sample()));
    }

    static Stream<String> keys() {
        return PolicyAlternatives.all().keySet().stream();
    }
}
