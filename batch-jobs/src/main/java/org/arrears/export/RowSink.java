package org.arrears.export;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/** Takes the rows of an export one by one, a cell at a time, and writes them in its format. */
public interface RowSink {

    void header(List<ExportColumn> columns) throws IOException;

    void startRow() throws IOException;

    void text(String value) throws IOException;

    void count(int value) throws IOException;

    void amount(long minor, int digits) throws IOException;

    void date(LocalDate value) throws IOException;

    /** An empty cell. */
    void none() throws IOException;

    void endRow() throws IOException;

    /** Ends the file and flushes it. */
    void finish() throws IOException;
}
