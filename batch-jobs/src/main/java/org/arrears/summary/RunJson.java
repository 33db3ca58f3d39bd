package org.arrears.summary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.arrears.core.money.Dues;
import org.arrears.core.replay.Assessment;
import org.arrears.facts.DuesColumns;

/** The run record for machines: {@code run.json}. */
public final class RunJson {

    private RunJson() {}

    /** Returns the record as nested maps in a stable order. */
    public static Map<String, Object> of(RunSummary summary, int exitCode) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("run_id", summary.runId());
        json.put("job", summary.job());
        json.put("business_date", summary.asOf().toString());
        json.put("attempts", summary.attempts());
        json.put("exit_code", exitCode);
        json.put("policy", summary.policy());
        json.put("policy_sha256", summary.policySha256());
        summary.fullReplay().ifPresent(reason -> json.put("full_replay", reason));
        json.put("rows", counts(summary));
        json.put("files", files(summary));
        json.put("buckets", buckets(summary));
        json.put("totals", totals(summary));
        json.put("notices", noticeCounts(summary.notices(), "stage"));
        json.put("suppressed", suppressed(summary));
        summary.notes().forEach(note -> json.put(note.key(), note.json()));
        json.put("steps", steps(summary));
        return json;
    }

    private static Map<String, Object> counts(RunSummary summary) {
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("read", summary.rows());
        counts.put("accepted", summary.rows() - summary.rejected());
        counts.put("rejected", summary.rejected());
        return counts;
    }

    private static List<Map<String, Object>> files(RunSummary summary) {
        List<Map<String, Object>> list = new ArrayList<>();
        for (RunSummary.InputFile file : summary.files()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("name", file.name());
            entry.put("kind", file.kind());
            entry.put("sha256", file.sha256());
            if (!file.mappingSha256().isEmpty()) {
                entry.put("mapping_sha256", file.mappingSha256());
            }
            entry.put("rows", file.rows());
            entry.put("accepted", file.accepted());
            entry.put("rejected", file.rejected());
            entry.put("repeated", file.repeated());
            entry.put("outdated", file.outdated());
            entry.put("cleared", file.cleared());
            Map<String, String> sums = new LinkedHashMap<>();
            file.sums().forEach((column, sum) -> sums.put(column, sum.toPlainString()));
            entry.put("sums", sums);
            list.add(entry);
        }
        return list;
    }

    private static List<Map<String, Object>> buckets(RunSummary summary) {
        List<Map<String, Object>> list = new ArrayList<>();
        for (RunSummary.Bucket bucket : summary.buckets()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("bucket", bucket.bucket());
            entry.put("currency", bucket.currency());
            entry.put("accounts", bucket.accounts());
            entry.put("total_overdue", bucket.totalOverdue());
            list.add(entry);
        }
        return list;
    }

    static List<Map<String, Object>> totals(RunSummary summary) {
        List<Map<String, Object>> list = new ArrayList<>();
        for (RunSummary.CurrencyTotals total : summary.totals()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            Assessment.Amounts amounts = total.amounts();
            entry.put("currency", total.currency().code());
            entry.put("accounts", total.accounts());
            entry.put("principal_balance", total.format(amounts.principalBalance()));
            Dues.LISTED.forEach(part -> entry.put(
                    DuesColumns.overdue(part), total.format(amounts.overdue().get(part))));
            entry.put("total_overdue", total.format(amounts.overdue().total()));
            entry.put("held_credit", total.format(amounts.heldCredit()));
            entry.put("daily_accrual", total.format(amounts.dailyAccrual()));
            list.add(entry);
        }
        return list;
    }

    static List<Map<String, Object>> suppressed(RunSummary summary) {
        return noticeCounts(summary.suppressed(), "reason");
    }

    private static List<Map<String, Object>> noticeCounts(List<RunSummary.Count> counts, String name) {
        List<Map<String, Object>> list = new ArrayList<>();
        for (RunSummary.Count count : counts) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("channel", count.channel());
            entry.put(name, count.name());
            entry.put("count", count.count());
            list.add(entry);
        }
        return list;
    }

    private static List<Map<String, Object>> steps(RunSummary summary) {
        List<Map<String, Object>> list = new ArrayList<>();
        for (RunSummary.StepTime step : summary.steps()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("step", step.step());
            entry.put("status", step.status().toLowerCase(java.util.Locale.ROOT));
            entry.put("written", step.written());
            entry.put("kept", step.kept());
            entry.put("millis", step.millis());
            list.add(entry);
        }
        return list;
    }
}
