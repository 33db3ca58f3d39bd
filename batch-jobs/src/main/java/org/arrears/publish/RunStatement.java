package org.arrears.publish;

import java.util.List;
import java.util.Map;
import org.arrears.run.RunRecord;

/**
 * What a folder says of the run that made it; amounts are plain decimals in major units.
 *
 * @param runJson all of {@code run.json}
 * @param totals what all accounts of each currency owe, for the manifest
 * @param suppressed how many were not contacted, by channel and reason, for the manifest
 */
public record RunStatement(
        Map<String, Object> runJson, List<Map<String, Object>> totals, List<Map<String, Object>> suppressed) {

    /** Makes the statement of a run; whoever knows what a run did is the source. */
    public interface Source {

        RunStatement of(RunRecord run);
    }
}
