package org.arrears.outbound;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A file read from disk again, as whoever gets it will read it. */
final class ReadBack {

    private ReadBack() {}

    /** Adds up the rows of a file of ours; refused are another header, another trailer, a row of another width. */
    static ControlTotals of(Path path, FileLayout layout) throws IOException {
        try (CSVParser csv = open(path)) {
            Iterator<CSVRecord> records = csv.iterator();
            if (!records.hasNext() || !records.next().toList().equals(layout.header())) {
                throw new IllegalStateException(path + " does not begin with " + layout.header());
            }
            ControlTotals.Tally tally = new ControlTotals.Tally(layout);
            List<String> trailer = List.of();
            while (records.hasNext()) {
                List<String> cells = records.next().toList();
                if (layout.trailer() && !records.hasNext()) {
                    trailer = cells;
                } else {
                    tally.add(cells);
                }
            }
            ControlTotals totals = tally.totals();
            if (layout.trailer() && !trailer.equals(totals.trailer())) {
                throw new IllegalStateException(path + " ends with " + trailer + ", its rows are " + totals);
            }
            return totals;
        }
    }

    /** Counts the rows under the header of a file that somebody else laid out. */
    static long rows(Path path) throws IOException {
        try (CSVParser csv = open(path)) {
            return Math.max(0, csv.stream().count() - 1);
        }
    }

    private static CSVParser open(Path path) throws IOException {
        Reader in = Files.newBufferedReader(path);
        return CSVParser.builder().setReader(in).setFormat(CSVFormat.RFC4180).get();
    }
}
