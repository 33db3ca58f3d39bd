package org.arrears.ingest.file;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.arrears.core.money.Amounts;
import org.arrears.ingest.kind.FileKind;
import org.arrears.ingest.kind.RowFields;

/** Counts rows and adds up columns of a file as they stand in it, good rows and bad, in major units. */
public final class ControlTotals {

    private static final int SCALE = 4;

    private final int[] columns;
    private final String[] names;
    private final long[] sums;
    private final BigDecimal[] beyond;
    private long rows;

    public ControlTotals(FileKind kind) {
        names = kind.columns().summed().toArray(String[]::new);
        columns = new int[names.length];
        sums = new long[names.length];
        beyond = new BigDecimal[names.length];
        Arrays.fill(beyond, BigDecimal.ZERO);
        for (int i = 0; i < names.length; i++) {
            columns[i] = kind.columns().indexOf(names[i]);
        }
    }

    /** Counts a row; a value that is no plain decimal of at most four decimals adds nothing. */
    public void add(RowFields row) {
        rows++;
        for (int i = 0; i < columns.length; i++) {
            String text = row.raw(columns[i]);
            OptionalLong value = Amounts.parse(text, SCALE);
            if (value.isPresent()) {
                add(i, value.getAsLong());
            } else if (text.matches("[0-9]{1,30}(\\.[0-9]{1,4})?")) {
                beyond[i] = beyond[i].add(new BigDecimal(text));
            }
        }
    }

    private void add(int column, long value) {
        if (sums[column] > Long.MAX_VALUE - value) {
            beyond[column] = beyond[column].add(BigDecimal.valueOf(sums[column], SCALE));
            sums[column] = 0;
        }
        sums[column] += value;
    }

    public long rows() {
        return rows;
    }

    /** Returns the sum of each summed column. */
    public Map<String, BigDecimal> sums() {
        Map<String, BigDecimal> byColumn = new LinkedHashMap<>();
        for (int i = 0; i < names.length; i++) {
            byColumn.put(names[i], BigDecimal.valueOf(sums[i], SCALE).add(beyond[i]));
        }
        return byColumn;
    }

    /** Returns the sums as the sender counts them: by its own column names too, and in its own units. */
    Map<String, BigDecimal> sumsAsSent(Layout layout) {
        Map<String, BigDecimal> byColumn = sums();
        for (int i = 0; i < names.length; i++) {
            BigDecimal sum = Objects.requireNonNull(byColumn.get(names[i]));
            BigDecimal sent = layout.inHundredths(columns[i]) ? sum.movePointRight(2) : sum;
            byColumn.put(names[i], sent);
            byColumn.put(layout.sourceName(columns[i]), sent);
        }
        return byColumn;
    }
}
