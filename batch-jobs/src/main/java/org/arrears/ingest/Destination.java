package org.arrears.ingest;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Where the rows of one kind of file go: how a row is read, what the database must check, and the table it is for. */
interface Destination {

    String table();

    List<String> key();

    /** The columns of the table, each from the column of the file in the same place; file_no and line follow them. */
    List<String> columns();

    /** What a new row has in a column that its file leaves out or leaves empty, as SQL; other columns have nothing. */
    default Map<String, String> defaults() {
        return Map.of();
    }

    /** Reads all fields of a row and, if it is good, hands it to the sink with its file and line. */
    void write(RowFields row, RowSink out, int fileNo) throws SQLException;

    /** What only the database can check. */
    default List<StageCheck> checks() {
        return List.of();
    }

    /** Says whether a row may say again what an earlier one of its delivery says. */
    default boolean mayRepeat() {
        return true;
    }

    /** Says whether a rejected row takes all rows of its loan with it. */
    default boolean isWholeByLoan() {
        return false;
    }

    /** Moves the staged rows into the table. */
    default void merge(StageMerge merge) {
        merge.upsert();
    }

    /** Columns whose totals a control file may state and the run record shows. */
    default List<String> summed() {
        return List.of();
    }
}
