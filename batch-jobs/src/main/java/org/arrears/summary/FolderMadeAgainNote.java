package org.arrears.summary;

import java.util.List;
import java.util.Map;
import org.arrears.run.RunRecord;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether the published folder of the run was made again, and why: what is in it may have been handed over before. */
final class FolderMadeAgainNote {

    private FolderMadeAgainNote() {}

    static RunNote of(JdbcClient jdbc, RunRecord run) {
        List<String> reasons = run.madeAgain().stream().toList();
        return new RunNote(
                "made_again",
                "Made again",
                List.of("reason"),
                reasons.stream()
                        .map(reason -> Map.<String, Object>of("reason", reason))
                        .toList(),
                false,
                reasons.stream()
                        .map(reason -> new RunNote.Line(
                                "made again", reason + "; from what was decided then: hand over nothing a second time"))
                        .toList());
    }
}
