package org.arrears.core.placement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.arrears.core.money.Amounts;
import org.arrears.core.money.CurrencyUnit;
import org.arrears.core.policy.DayRange;
import org.arrears.core.policy.HandoffPolicy;
import org.arrears.core.policy.HandoffPolicy.Agency;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which accounts are placed, with whom, which are not and why; which come back. From 91 to 180 days and 500.00 on. */
class PlacementPlanTest {

    private static final HandoffPolicy POLICY = new HandoffPolicy(
            new DayRange(91, 180),
            new BigDecimal("500"),
            LocalTime.of(9, 0),
            LocalTime.of(20, 0),
            List.of(new Agency("east", "East", 1), new Agency("west", "West", 1)));

    /** Reads {@code C1/L1 CNY 500.00 95 doubt=row-rejected hold=dispute placed}; C1 if nobody is named. */
    private static List<OverdueDebtor> debtors(String text) {
        Map<String, List<OverdueAccount>> debtors = new LinkedHashMap<>();
        for (String account : text.split(";", -1)) {
            String[] words = account.strip().split(" +");
            String[] who = (words[0].contains("/") ? words[0] : "C1/" + words[0]).split("/", -1);
            int digits = CurrencyUnit.of(words[1]).orElseThrow().digits();
            debtors.computeIfAbsent(who[0], no -> new ArrayList<>())
                    .add(new OverdueAccount(
                            who[1],
                            words[1],
                            Amounts.parse(words[2], digits).orElseThrow(),
                            Integer.parseInt(words[3]),
                            word(words, "doubt="),
                            word(words, "hold="),
                            List.of(words).contains("placed")));
        }
        return debtors.entrySet().stream()
                .map(debtor -> new OverdueDebtor(debtor.getKey(), debtor.getValue()))
                .toList();
    }

    private static Optional<String> word(String[] words, String key) {
        return Stream.of(words)
                .filter(word -> word.startsWith(key))
                .map(word -> word.substring(key.length()))
                .findFirst();
    }

    private static Map<String, String> held(String text) {
        Map<String, String> held = new TreeMap<>();
        for (String one : text.isEmpty() ? new String[0] : text.split(" ")) {
            held.put(one.split("=", -1)[0], one.split("=", -1)[1]);
        }
        return held;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            the first day of the range        | '' | L1 CNY 500 91 | L1 to east
            the last day of the range         | '' | L1 CNY 500 180 | L1 to east
            the day before the range          | '' | L1 CNY 500 90 | ''
            the day after the range           | '' | L1 CNY 500 181 | ''
            a fen too little                  | '' | L1 CNY 499.99 95 | ''
            enough together                   | '' | L1 CNY 499.99 95; L2 CNY 0.01 5 | L1 to east, L2 to east
            not enough in either currency     | '' | L1 CNY 499.00 95; L2 USD 499.00 95 | ''
            enough in one currency            | '' | L1 CNY 1.00 95; L2 USD 500 95 | L1 to east, L2 to east
            without minor units               | '' | L1 JPY 500 95 | L1 to east
            the young loan goes with the old  | '' | L1 CNY 600 95; L2 CNY 9.00 1 | L1 to east, L2 to east
            the oldest decides, too old       | '' | L1 CNY 600 181; L2 CNY 600 100 | ''
            debtors in turn                   | '' | L1 CNY 600 95; C2/L2 CNY 600 95 | L1 to east, L2 to west
            a new loan follows the others     | C1=west | L1 CNY 600 95 placed; L2 CNY 600 5 | L2 to west
            its days count though it is there | C1=west | L1 CNY 1.00 95 placed; L2 CNY 500 1 | L2 to west
            what is there adds no amount      | C1=west | L1 CNY 600 95 placed; L2 CNY 1.00 95 | ''
            whoever has more gets the next    | C9=east | L1 CNY 600 95 | L1 to west
            recalled today, not placed today  | '' | L1 CNY 600 95 placed | ''
            a hold                            | '' | L1 CNY 600 95 hold=dispute | L1 not: hold-dispute
            a hold on one of two | '' | L1 CNY 600 95 hold=fraud; L2 CNY 600 95 | L2 to east, L1 not: hold-fraud
            a hold that leaves too little     | '' | L1 CNY 600 95 hold=fraud; L2 CNY 1.00 95 | L1 not: hold-fraud
            a held loan's days count | '' | L1 CNY 600 95 hold=fraud; L2 CNY 600 5 | L2 to east, L1 not: hold-fraud
            a doubt                           | '' | L1 CNY 600 95 doubt=facts-doubtful | L1 not: facts-doubtful
            a doubt is told before a hold     | '' | L1 CNY 600 95 doubt=row-rejected hold=fraud | L1 not: row-rejected
            a doubtful loan's days do not | '' | L1 CNY 600 95 doubt=row-rejected; L2 CNY 600 5 | L1 not: row-rejected
            doubt beside sound | '' | L1 CNY 600 95; L2 CNY 600 5 doubt=row-rejected | L1 to east, L2 not: row-rejected
            doubtful and too old for both     | '' | L1 CNY 600 181 doubt=row-rejected; L2 CNY 600 95 | L2 to east
            stops are told of small debtors   | '' | L1 CNY 1.00 95 hold=dispute | L1 not: hold-dispute
            none is told outside of the range | '' | L1 CNY 600 90 hold=dispute | ''
            """)
    void whatIsPlacedWithWhomAndWhatIsNot(String what, String held, String accounts, String expected) {
        PlacementPlan plan = PlacementPlan.of(POLICY, debtors(accounts), held(held));
        assertEquals(
                expected,
                Stream.concat(
                                plan.placed().stream()
                                        .map(placed -> placed.account().loanNo() + " to " + placed.agency()),
                                plan.stopped().stream().map(stop -> stop.loanNo() + " not: " + stop.reason()))
                        .collect(Collectors.joining(", ")),
                what);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            nothing known of it any more | -    | -       | settled
            settled, and held            | -    | dispute | settled
            paid up                      | 0    | -       | paid-up
            paid up, and held            | 0    | dispute | paid-up
            held                         | 1000 | dispute | hold-dispute
            a single fen                 | 1    | -       | kept
            """)
    void whatComesBackAndWhatIsKept(String what, Long totalOverdueMinor, String hold, String expected) {
        PlacedAccount account =
                new PlacedAccount("P1", Optional.ofNullable(totalOverdueMinor), Optional.ofNullable(hold));
        assertEquals(expected, account.recall().orElse("kept"), what);
    }
}
