package org.arrears.core.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.arrears.core.money.Component;
import org.arrears.core.money.Dues;
import org.arrears.core.policy.Terms.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The order in which a pool is spent, on debts that are nothing but numbers. */
final class WaterfallTest {

    /** Debts as {@code principal+interest+fee+penalty+compound}, oldest first; notes what is taken. */
    private static final class Plain implements Waterfall.Debts {

        private final List<Dues> debts;
        private final List<String> taken = new ArrayList<>();

        Plain(String debts) {
            this.debts =
                    Arrays.stream(debts.trim().split(" +", -1)).map(Plain::dues).collect(Collectors.toList());
        }

        private static Dues dues(String parts) {
            String[] amounts = parts.split("\\+", -1);
            return Dues.of(part -> {
                int place = Dues.LISTED.indexOf(part);
                return place < amounts.length ? Long.parseLong(amounts[place]) : 0;
            });
        }

        @Override
        public long settle(int index, Component component, long atMost) {
            Dues debt = debts.get(index);
            long amount = Math.min(atMost, debt.get(component));
            debts.set(index, debt.minus(Dues.of(component, amount)));
            if (amount > 0) {
                taken.add((index + 1) + "." + component.code() + "=" + amount);
            }
            return amount;
        }
    }

    private static List<Component> order(String words) {
        return Arrays.stream(words.trim().split(" +", -1))
                .map(word -> Component.valueOf(word.toUpperCase(Locale.ROOT)))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        platform help page: 罚息, 利息, 本金 of the older, then of the next | INSTALLMENT_FIRST \
            | penalty interest principal | 200+20+0+3 200+20+0+1 | 330 -> 0 \
            | 1.penalty=3 1.interest=20 1.principal=200 2.penalty=1 2.interest=20 2.principal=86
        Apache Fineract's RBI strategy, 40 on two of 200 + 20 | COMPONENT_FIRST | interest principal \
            | 200+20 200+20 | 40 -> 0 | 1.interest=20 2.interest=20
        the same 40 by installment | INSTALLMENT_FIRST | interest principal \
            | 200+20 200+20 | 40 -> 0 | 1.interest=20 1.principal=20
        a component goes down all before the next | COMPONENT_FIRST | fee penalty compound interest principal \
            | 9+5+1+2+1 9+5+1+2+1 | 9 -> 0 \
            | 1.fee=1 2.fee=1 1.penalty=2 2.penalty=2 1.compound=1 2.compound=1 1.interest=1
        an installment goes down all its components | INSTALLMENT_FIRST | fee penalty compound interest principal \
            | 9+5+1+2+1 9+5+1+2+1 | 19 -> 0 | 1.fee=1 1.penalty=2 1.compound=1 1.interest=5 1.principal=9 2.fee=1
        what nobody owes is left | COMPONENT_FIRST | principal interest | 9+5 1 | 20 -> 5 \
            | 1.principal=9 2.principal=1 1.interest=5
        what nobody owes is left | INSTALLMENT_FIRST | principal interest | 9+5 1 | 20 -> 5 \
            | 1.principal=9 1.interest=5 2.principal=1
        a component not named is not paid | INSTALLMENT_FIRST | principal | 9+5 1+1 | 20 -> 10 \
            | 1.principal=9 2.principal=1
        a pool of nothing takes nothing | COMPONENT_FIRST | principal | 9 | 0 -> 0 | ''
        """)
    void aPoolGoesDown(String rule, Order order, String components, String debts, String poolAndLeft, String taken) {
        Plain plain = new Plain(debts);
        String[] pool = poolAndLeft.split(" -> ", -1);
        long left = Waterfall.spend(Long.parseLong(pool[0]), order, order(components), 0, plain.debts.size(), plain);
        assertEquals(Long.parseLong(pool[1]), left);
        assertEquals(taken, String.join(" ", plain.taken));
    }

    @Test
    void onlyTheDebtsBetweenTheBoundsAreAsked() {
        for (Order order : Order.values()) {
            Plain plain = new Plain("7 7 7 7");
            assertEquals(6, Waterfall.spend(20, order, List.of(Component.PRINCIPAL), 1, 3, plain));
            assertEquals(List.of("2.principal=7", "3.principal=7"), plain.taken);
        }
    }
}
