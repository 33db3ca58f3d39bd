package org.arrears.report;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.arrears.facts.AssessedDates;
import org.arrears.print.report.ReportPage.Fact;

/** What every report of an assessed date says of itself. */
record ReportHead(LocalDate asOf, AssessedDates.Under policy) {

    /** Returns it for people. */
    List<Fact> facts() {
        return List.of(
                new Fact("Business date", asOf.toString()),
                new Fact("Policy", policy.name()),
                new Fact("Policy SHA-256", policy.sha256()));
    }

    /** Returns what the JSON of a report begins with. */
    Map<String, Object> json(String report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("report", report);
        json.put("business_date", asOf.toString());
        json.put("policy", policy.name());
        json.put("policy_sha256", policy.sha256());
        return json;
    }
}
