package org.arrears.cli;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.arrears.run.RunRecord;
import org.arrears.run.Worker;

/** A run as the database remembers it, for programs; what a run did is in {@code run.json}. */
final class RunRecordJson {

    private RunRecordJson() {}

    static Map<String, Object> of(RunRecord run) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("run_id", run.runId());
        json.put("job", run.job());
        json.put("business_date", run.asOf().toString());
        json.put("run_no", run.runNo());
        json.put("status", run.status().code());
        json.put("attempts", run.attempts());
        run.state().exitCode().ifPresent(code -> json.put("exit_code", code));
        json.put("message", run.state().message());
        json.put("policy", run.policy().name());
        json.put("policy_sha256", run.policy().sha256());
        json.put("in", run.folders().in());
        json.put("out", run.folders().out());
        run.fullReplay().ifPresent(reason -> json.put("full_replay", reason));
        run.madeAgain().ifPresent(reason -> json.put("made_again", reason));
        run.worker().ifPresent(worker -> json.put("worker", worker(worker)));
        json.put("started_at", run.startedAt().toString());
        run.state().endedAt().map(Instant::toString).ifPresent(ended -> json.put("ended_at", ended));
        return json;
    }

    static Map<String, Object> worker(Worker worker) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("host", worker.host());
        json.put("pid", worker.pid());
        json.put("os_user", worker.osUser());
        json.put("since", worker.since().toString());
        return json;
    }
}
