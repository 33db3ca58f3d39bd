package org.arrears.ingest;

import java.sql.SQLException;
import java.util.List;

/** Where the rows of one kind of file go: how a row is read, what the database must check, and the table it is for. */
interface Destination {

    String table();

    List<String> key();

    /** The columns of the table that come from the file, in COPY order; file_no and line follow them. */
    List<String> columns();

    /** Reads all fields of a row and, if it is good, hands it to the sink with its file and line. */
    void write(RowFields row, RowSink out, int fileNo) throws SQLException;

    /** What only the database can check. */
    default List<StageCheck> checks() {
        return List.of();
    }

    /** Moves the staged rows into the table. */
    default void merge(Stage stage) {
        stage.upsert();
    }

    /** Columns whose totals a control file may state and the run record shows. */
    default List<String> summed() {
        return List.of();
    }
}
