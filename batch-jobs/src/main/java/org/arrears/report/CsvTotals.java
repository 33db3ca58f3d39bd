package org.arrears.report;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Rows and sums per currency of a file we wrote, read back from disk. The summed column is the first of total,
 * total_overdue and amount that stands beside a currency; a trailer row does not count.
 */
record CsvTotals(long rows, Map<String, BigDecimal> sums) {

    static CsvTotals of(Path path) throws IOException {
        Map<String, BigDecimal> sums = new TreeMap<>();
        long rows = 0;
        try (Reader in = Files.newBufferedReader(path);
                CSVParser csv = CSVParser.builder()
                        .setReader(in)
                        .setFormat(CSVFormat.RFC4180)
                        .get()) {
            int currency = -1;
            int amount = -1;
            for (CSVRecord row : csv) {
                if (row.getRecordNumber() == 1) {
                    List<String> header = row.toList();
                    currency = header.indexOf("currency");
                    amount = firstOf(header, "total", "total_overdue", "amount");
                } else if (!row.get(0).equals("TRAILER")) {
                    rows++;
                    if (currency >= 0 && amount >= 0 && !path.toString().contains("/rejects/")) {
                        add(sums, row.get(currency).split(";"), row.get(amount).split(";"));
                    }
                }
            }
        }
        return new CsvTotals(rows, sums);
    }

    private static void add(Map<String, BigDecimal> sums, String[] currencies, String[] amounts) {
        for (int i = 0; i < currencies.length; i++) {
            sums.merge(currencies[i], new BigDecimal(amounts[i]), BigDecimal::add);
        }
    }

    private static int firstOf(List<String> header, String... names) {
        for (String name : names) {
            if (header.contains(name)) {
                return header.indexOf(name);
            }
        }
        return -1;
    }
}
