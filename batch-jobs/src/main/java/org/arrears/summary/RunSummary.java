package org.arrears.summary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.arrears.core.money.CurrencyUnit;
import org.arrears.core.replay.Assessment;
import org.arrears.run.RunEnd;
import org.arrears.run.RunRecord;

/**
 * What a run did, read from the database: what the terminal shows, {@code run.json} holds and {@code manifest.json}
 * repeats. Amounts are plain decimals in major units.
 *
 * @param notes what else it has to say
 */
public record RunSummary(
        RunRecord run,
        List<InputFile> files,
        List<Bucket> buckets,
        List<CurrencyTotals> totals,
        List<Count> notices,
        List<Count> suppressed,
        List<RunNote> notes,
        List<StepTime> steps) {

    /**
     * A file taken by this run.
     *
     * @param mappingSha256 of the mapping file it was read with, empty without one
     * @param repeated accepted rows that say what an earlier row of the delivery says
     * @param outdated rows that changed nothing, because a file of a later date has them
     * @param cleared stored values that an empty field took away, by column
     */
    public record InputFile(
            String name,
            String kind,
            String sha256,
            long rows,
            long accepted,
            long rejected,
            long repeated,
            long outdated,
            Map<String, Long> cleared,
            Map<String, BigDecimal> sums,
            String mappingSha256) {}

    /** The accounts of one bucket and currency. */
    public record Bucket(String bucket, String currency, long accounts, String totalOverdue) {}

    /** What all accounts of a currency owe. */
    public record CurrencyTotals(CurrencyUnit currency, long accounts, Assessment.Amounts amounts) {

        /** Returns minor units of the currency in major units. */
        public String format(long minor) {
            return currency.format(minor);
        }
    }

    /** How many of something: notices of a stage, or suppressions for a reason. */
    public record Count(String channel, String name, long count) {}

    /**
     * One step of the job, as it ended last.
     *
     * @param written by the latest attempt
     * @param kept written by earlier attempts and not done again
     */
    public record StepTime(String step, String status, long written, long kept, long millis) {}

    public String runId() {
        return run.runId();
    }

    public String job() {
        return run.job();
    }

    public LocalDate asOf() {
        return run.asOf();
    }

    public int attempts() {
        return run.attempts();
    }

    public String policy() {
        return run.policy().name();
    }

    public String policySha256() {
        return run.policy().sha256();
    }

    /** Returns why every loan was replayed, if so. */
    public Optional<String> fullReplay() {
        return run.fullReplay();
    }

    /** Says how the run ended, if it did its work. */
    public RunEnd end() {
        return rejected() > 0 ? RunEnd.DONE_WITH_REJECTS : RunEnd.DONE;
    }

    public long rows() {
        return files.stream().mapToLong(InputFile::rows).sum();
    }

    public long rejected() {
        return files.stream().mapToLong(InputFile::rejected).sum();
    }

    /** Counts the notices of a channel. */
    public long notices(String channel) {
        return notices.stream()
                .filter(notice -> notice.channel().equals(channel))
                .mapToLong(Count::count)
                .sum();
    }
}
