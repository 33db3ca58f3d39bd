package org.arrears.outbound;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a file's rows are, said by whoever writes it.
 *
 * @param summed the amount that its control totals add up by currency, if any
 * @param trailer whether its last row states count and control totals
 */
public record FileLayout(List<Column> columns, Optional<String> summed, boolean trailer) {

    public FileLayout {
        columns = List.copyOf(columns);
        if (new HashSet<>(columns.stream().map(Column::name).toList()).size() < columns.size()) {
            throw new IllegalStateException("two columns of one name: " + columns);
        }
        if (summed.isPresent()) {
            Column amount = columns.get(place(columns, summed.get()));
            long currencies = columns.stream()
                    .filter(column -> column.type() == ColumnType.CURRENCY)
                    .count();
            if (amount.type() != ColumnType.AMOUNT || currencies != 1) {
                throw new IllegalStateException("cannot be added up by one currency: " + amount + " of " + columns);
            }
        }
    }

    public static FileLayout of(Column... columns) {
        return new FileLayout(List.of(columns), Optional.empty(), false);
    }

    /** The same with control totals of an amount. */
    public FileLayout summing(String amount) {
        return new FileLayout(columns, Optional.of(amount), trailer);
    }

    /** The same with a trailer. */
    public FileLayout withTrailer() {
        return new FileLayout(columns, summed, true);
    }

    public List<String> header() {
        return columns.stream().map(Column::name).toList();
    }

    /** Returns where the summed amount stands. */
    int amountPlace() {
        return place(columns, summed.orElseThrow());
    }

    /** Returns where the currency of the summed amount stands. */
    int currencyPlace() {
        return IntStream.range(0, columns.size())
                .filter(at -> columns.get(at).type() == ColumnType.CURRENCY)
                .findFirst()
                .orElseThrow();
    }

    private static int place(List<Column> columns, String name) {
        return IntStream.range(0, columns.size())
                .filter(at -> columns.get(at).name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no column " + name + " among " + columns));
    }

    /** Refuses a row that is not of this layout. */
    void require(List<String> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalStateException(cells.size() + " cells for the columns " + header());
        }
        for (int at = 0; at < cells.size(); at++) {
            if (!columns.get(at).type().takes(cells.get(at))) {
                throw new IllegalStateException("no " + columns.get(at) + ": a cell of "
                        + cells.get(at).length() + " characters in a row of " + header());
            }
        }
    }
}
