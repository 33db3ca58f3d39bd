package org.arrears.core.placement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.arrears.core.policy.HandoffPolicy.Agency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** New debtors are dealt out by weight, against what each agency has. */
class SharesTest {

    /** Reads {@code a=3 b=1}. */
    private static List<Agency> agencies(String text) {
        return Stream.of(text.split(" "))
                .map(part -> part.split("="))
                .map(part -> new Agency(part[0], "agency " + part[0], Integer.parseInt(part[1])))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a=1     | ''        | aaa
            a=1 b=1 | ''        | abababab
            a=3 b=1 | ''        | aaabaaab
            a=1 b=3 | ''        | bbabbbab
            a=6 b=4 | ''        | abaababaaba
            a=1 b=1 | aaaa      | bbbbab
            a=3 b=1 | bb        | aaaaaaaaab
            a=1 b=1 | zzzzzz    | abab
            a=1 b=1 c=2 | ''    | cabccabc
            """)
    void whoIsFurthestBelowItsShareIsNext(String agencies, String held, String dealt) {
        Shares shares = new Shares(
                agencies(agencies),
                List.of(held.split("")).stream().filter(a -> !a.isEmpty()).toList());
        assertEquals(
                dealt,
                IntStream.range(0, dealt.length()).mapToObj(i -> shares.next()).collect(Collectors.joining()));
    }

    @Test
    void dealtFromNothingEveryAgencyHasItsShareButForLessThanADebtorAnAgency() {
        Random random = new Random(9);
        for (int round = 0; round < 200; round++) {
            List<Agency> agencies = new ArrayList<>();
            int weights = 0;
            for (int i = 0; i < 1 + random.nextInt(5); i++) {
                agencies.add(new Agency("a" + i, "agency", 1 + random.nextInt(100)));
                weights += agencies.get(i).weight();
            }
            Shares shares = new Shares(agencies, List.of());
            int debtors = random.nextInt(2_000);
            List<String> dealt = new ArrayList<>();
            for (int i = 0; i < debtors; i++) {
                dealt.add(shares.next());
            }
            for (Agency agency : agencies) {
                double share = (double) debtors * agency.weight() / weights;
                int got = Collections.frequency(dealt, agency.code());
                assertTrue(got < share + agencies.size() && got > share - agencies.size(), agencies + " " + dealt);
            }
        }
    }
}
