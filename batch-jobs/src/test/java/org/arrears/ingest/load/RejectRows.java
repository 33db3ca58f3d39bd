package org.arrears.ingest.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The rows of a file about rejects. */
final class RejectRows {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private RejectRows() {}

    static List<CSVRecord> in(String text) {
        try (CSVParser csv = CSVParser.parse(text, FORMAT)) {
            return csv.getRecords();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
