package org.arrears.summary;

import java.util.List;
import java.util.Locale;
import org.arrears.core.policy.AnomalyPolicy;
import org.arrears.core.policy.Policy;
import org.arrears.facts.AnomalyCounts;
import org.arrears.facts.AssessedDates;
import org.arrears.print.Figures;
import org.arrears.run.RunRecord;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many anomalies of each kind there are, and which of them keep accounts from notices and placement. */
final class AnomalyNote {

    private AnomalyNote() {}

    static RunNote of(JdbcClient jdbc, RunRecord run) {
        AssessedDates dates = new AssessedDates(jdbc);
        AnomalyPolicy policy = dates.policy(run.policy().sha256())
                .read()
                .map(Policy::anomalies)
                .orElse(AnomalyPolicy.DEFAULT);
        List<AnomalyCounts.Count> counts = dates.include(run) ? AnomalyCounts.of(jdbc, run.asOf(), policy) : List.of();
        return new RunNote(
                "anomalies",
                "Anomalies",
                List.of("anomaly", "held"),
                counts.stream().map(AnomalyCounts.Count::entry).toList(),
                false,
                counts.stream().map(AnomalyNote::line).toList());
    }

    private static RunNote.Line line(AnomalyCounts.Count count) {
        return new RunNote.Line(
                "anomaly",
                String.format(
                        Locale.ROOT,
                        "%-28s %8s on %s %s%s",
                        count.anomaly(),
                        Figures.grouped(count.count()),
                        Figures.grouped(count.accounts()),
                        count.accounts() == 1 ? "account" : "accounts",
                        count.held() ? ", held" : ""));
    }
}
