package org.arrears.summary;

import java.util.List;
import org.arrears.run.RunRecord;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All that a run has to say besides its counts, each read from the database by a class of its own. */
final class RunNotes {

    /** In the order in which they are shown. */
    private static final List<Source> SOURCES = List.of(
            SaidToBeMeantNote::of,
            FolderMadeAgainNote::of,
            PassedOverNote::of,
            OpenRejectNote::of,
            AgencyNote::of,
            NotPlacedNote::of,
            AnomalyNote::of,
            ProductNote::of,
            TemplateNote::of,
            OtherLanguageNote::of);

    private RunNotes() {}

    /** Reads one note; it has its key also when there is nothing to say. */
    private interface Source {

        RunNote read(JdbcClient jdbc, RunRecord run);
    }

    static List<RunNote> of(JdbcClient jdbc, RunRecord run) {
        return SOURCES.stream().map(source -> source.read(jdbc, run)).toList();
    }
}
