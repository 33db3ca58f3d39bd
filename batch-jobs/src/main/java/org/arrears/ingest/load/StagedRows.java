package org.arrears.ingest.load;

import java.sql.SQLException;
import org.arrears.ingest.kind.RowSink;

/** The good rows of one file on their way into the stage by COPY, which may pause between two rows. */
interface StagedRows extends RowSink, AutoCloseable {

    /** Ends the COPY, so that its connection can be used for something else. */
    void pause() throws SQLException;

    /** Goes on after a pause. */
    void resume() throws SQLException;

    /** Ends the file. */
    void end() throws SQLException;

    /** Gives up what is not ended. */
    @Override
    void close() throws SQLException;
}
