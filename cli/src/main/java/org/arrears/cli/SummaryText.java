package org.arrears.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.arrears.contact.Channels;
import org.arrears.print.Figures;
import org.arrears.run.RunRecord;
import org.arrears.run.RunStatus;
import org.arrears.summary.RunNote;
import org.arrears.summary.RunSummary;

/** Prints a run's summary for people: counts, control totals, where the output is, what to do next. */
final class SummaryText {

    private final PrintWriter out;
    private final Hints hints;

    SummaryText(PrintWriter out, Hints hints) {
        this.out = out;
        this.hints = hints;
    }

    void print(RunSummary summary, Optional<Path> published) {
        out.printf(Locale.ROOT, "%n%s  %s  policy %s%n", summary.job(), summary.asOf(), summary.policy());
        files(summary);
        buckets(summary);
        totals(summary);
        actions(summary);
        published.ifPresent(folder -> out.printf(Locale.ROOT, "files       %s%n", folder));
    }

    /** Prints a run of the past, with its steps and the digest of each file. */
    void printShown(RunSummary summary, RunRecord record) {
        out.printf(
                Locale.ROOT,
                "%s  %s  policy %s %s%n",
                record.runId(),
                record.status().code(),
                record.policy().name(),
                record.policy().sha256());
        out.printf(Locale.ROOT, "started     %s, attempts %d%n", record.startedAt(), record.attempts());
        record.worker().ifPresent(worker -> out.printf(Locale.ROOT, "by          %s%n", worker));
        if (record.status() == RunStatus.DIED) {
            out.println(hints.in("next        it died: arrears runs resume " + record.runId()));
        }
        record.state().endedAt().ifPresent(ended -> out.printf(Locale.ROOT, "ended       %s%n", ended));
        if (!record.state().message().isEmpty()) {
            out.printf(Locale.ROOT, "message     %s%n", hints.in(record.state().message()));
        }
        files(summary);
        for (RunSummary.InputFile file : summary.files()) {
            out.printf(Locale.ROOT, "            %-28s sha256 %s sums %s%n", file.name(), file.sha256(), file.sums());
            if (!file.mappingSha256().isEmpty()) {
                out.printf(Locale.ROOT, "            %-28s read with mapping %s%n", "", file.mappingSha256());
            }
        }
        buckets(summary);
        totals(summary);
        actions(summary);
        for (RunSummary.StepTime step : summary.steps()) {
            out.printf(
                    Locale.ROOT,
                    "step        %-20s %-10s %12s written %9s ms%s%n",
                    step.step(),
                    step.status().toLowerCase(Locale.ROOT),
                    Figures.grouped(step.written()),
                    Figures.grouped(step.millis()),
                    step.kept() == 0 ? "" : "; " + Figures.grouped(step.kept()) + " kept of earlier attempts");
        }
    }

    private void files(RunSummary summary) {
        if (summary.files().isEmpty()) {
            out.println("rows        no new files");
            return;
        }
        out.printf(
                Locale.ROOT,
                "rows        %s read, %s accepted, %s rejected%n",
                Figures.grouped(summary.rows()),
                Figures.grouped(summary.rows() - summary.rejected()),
                Figures.grouped(summary.rejected()));
        for (RunSummary.InputFile file : summary.files()) {
            out.printf(
                    Locale.ROOT,
                    "            %-28s %9s read %9s accepted %6s rejected%n",
                    file.name(),
                    Figures.grouped(file.rows()),
                    Figures.grouped(file.accepted()),
                    Figures.grouped(file.rejected()));
            if (file.repeated() > 0) {
                beneath(file.repeated(), "of them say again what an earlier row says");
            }
            if (file.outdated() > 0) {
                beneath(file.outdated(), "of them changed nothing: a file of a later date has these rows");
            }
            file.cleared()
                    .forEach((column, count) -> beneath(count, "values of " + column + " emptied: the field is empty"));
        }
    }

    private void beneath(long count, String what) {
        out.printf(Locale.ROOT, "            %-28s %9s %s%n", "", Figures.grouped(count), what);
    }

    private void buckets(RunSummary summary) {
        summary.fullReplay().ifPresent(reason -> out.printf(Locale.ROOT, "replayed    every loan: %s%n", reason));
        String title = "accounts";
        for (RunSummary.Bucket bucket : summary.buckets()) {
            out.printf(
                    Locale.ROOT,
                    "%-11s %-6s %8s %s %18s overdue%n",
                    title,
                    bucket.bucket(),
                    Figures.grouped(bucket.accounts()),
                    bucket.currency(),
                    Figures.grouped(bucket.totalOverdue()));
            title = "";
        }
    }

    private void totals(RunSummary summary) {
        String title = "accrued";
        for (RunSummary.CurrencyTotals total : summary.totals()) {
            out.printf(
                    Locale.ROOT,
                    "%-11s %s penalty %s, compound %s; one more day adds %s%n",
                    title,
                    total.currency().code(),
                    Figures.grouped(total.format(total.amounts().overdue().penalty())),
                    Figures.grouped(total.format(total.amounts().overdue().compound())),
                    Figures.grouped(total.format(total.amounts().dailyAccrual())));
            title = "";
        }
    }

    private void actions(RunSummary summary) {
        String notices = Channels.all().stream()
                .map(channel -> Figures.grouped(summary.notices(channel.word().code())) + " " + channel.plural())
                .collect(Collectors.joining(", "));
        out.printf(
                Locale.ROOT,
                "notices     %s; %s suppressed%n",
                notices,
                Figures.grouped(summary.suppressed().stream()
                        .mapToLong(RunSummary.Count::count)
                        .sum()));
        counts("sent", summary.notices());
        counts("not sent", summary.suppressed());
        for (RunNote note : summary.notes()) {
            note.lines().forEach(line -> out.printf(Locale.ROOT, "%-11s %s%n", line.title(), hints.in(line.text())));
        }
    }

    private void counts(String title, List<RunSummary.Count> counts) {
        for (RunSummary.Count count : counts) {
            out.printf(
                    Locale.ROOT,
                    "            %-8s %-6s %-28s %8s%n",
                    title,
                    count.channel(),
                    count.name(),
                    Figures.grouped(count.count()));
        }
    }

    /** Prints what to do with it now. */
    void printNext(RunSummary summary, Optional<Path> rejects, Optional<Path> published) {
        rejects.filter(folder -> summary.rejected() > 0)
                .ifPresent(folder -> out.printf(
                        Locale.ROOT,
                        "next        correct the rows in %s, then: %s%n",
                        folder,
                        hints.in("arrears ingest --in INBOX --rejects FILE.rows.csv")));
        published.ifPresent(folder -> out.printf(
                Locale.ROOT,
                "next        check %s, then hand over %s and agencies/%n",
                folder.resolve("manifest.json"),
                Channels.all().stream().map(channel -> channel.folder() + "/").collect(Collectors.joining(", "))));
        out.println(hints.in("            why an amount: arrears explain LOAN_NO --as-of " + summary.asOf()));
    }
}
