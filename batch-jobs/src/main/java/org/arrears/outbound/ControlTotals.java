package org.arrears.outbound;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.arrears.core.money.CurrencyUnit;

/**
 * How many rows a file has and what they add up to.
 *
 * @param sumsMinor in minor units, by currency; none if the file adds up nothing or has no rows
 */
public record ControlTotals(long rows, SortedMap<String, Long> sumsMinor) {

    static final String TRAILER = "TRAILER";

    public ControlTotals {
        sumsMinor = Collections.unmodifiableSortedMap(new TreeMap<>(sumsMinor));
    }

    /** Returns the sums in major units, by currency. */
    public SortedMap<String, BigDecimal> sums() {
        SortedMap<String, BigDecimal> sums = new TreeMap<>();
        sumsMinor.forEach((currency, minor) -> sums.put(currency, BigDecimal.valueOf(minor, digits(currency))));
        return sums;
    }

    /** Returns the last row of a file that has a trailer. */
    List<String> trailer() {
        return List.of(
                TRAILER,
                Long.toString(rows),
                sums().entrySet().stream()
                        .map(sum -> sum.getKey() + "=" + sum.getValue().toPlainString())
                        .collect(Collectors.joining(ColumnType.BETWEEN)));
    }

    private static int digits(String currency) {
        return CurrencyUnit.of(currency)
                .orElseThrow(() -> new IllegalStateException("no currency " + currency))
                .digits();
    }

    /** Adds rows up, while they are written and again while they are read back. */
    static final class Tally {

        private final FileLayout layout;
        private final Map<String, Long> sums = new TreeMap<>();
        private long rows;

        Tally(FileLayout layout) {
            this.layout = layout;
        }

        void add(List<String> cells) {
            layout.require(cells);
            rows++;
            if (layout.summed().isPresent()) {
                List<String> currencies = several(cells.get(layout.currencyPlace()));
                List<String> amounts = several(cells.get(layout.amountPlace()));
                if (currencies.size() != amounts.size()) {
                    throw new IllegalStateException(amounts.size() + " amounts of the currencies " + currencies);
                }
                for (int i = 0; i < currencies.size(); i++) {
                    sums.merge(currencies.get(i), minor(amounts.get(i), currencies.get(i)), Math::addExact);
                }
            }
        }

        private static List<String> several(String cell) {
            return new ArrayList<>(List.of(cell.split(ColumnType.BETWEEN)));
        }

        private static long minor(String amount, String currency) {
            return new BigDecimal(amount).movePointRight(digits(currency)).longValueExact();
        }

        ControlTotals totals() {
            return new ControlTotals(rows, new TreeMap<>(sums));
        }
    }
}
