package org.arrears.assess;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.arrears.core.policy.Policy;
import org.arrears.core.policy.PolicyReader;
import org.arrears.db.Database;
import org.arrears.run.Meant;
import org.arrears.run.Progress;
import org.arrears.run.RunRequest;
import org.arrears.run.Runner;
import org.arrears.run.Steps;
import org.arrears.run.StopSignal;
import org.springframework.batch.core.job.Job;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A lender whose facts are drawn: a book of loans, then events, each as if a file had brought it. */
final class RandomLender {

    private static final String POLICY = """
            policy: drawn
            due-dates: { roll: following }
            penalty: { multiple: 1.5, compound: penalty }
            allocation:
              from-dpd:
                - { dpd: 31, components: [principal, interest, compound, penalty, fee] }
            buckets: { ranges: { M0: 0, M1: 1-30, M2: 31-60, M3: 61+ } }
            products:
              CARD:
                penalty: { grace: { mode: retroactive, days: 3 }, compound: none }
                delinquency: { grace-days: 2, tolerance: 5.00 }
              AUTO: { penalty: { grace: { mode: deferred, days: 2 } } }
            """;

    private final Database database;
    private final Path folder;
    private final Random random;
    private final JdbcClient jdbc;
    private final StringBuilder story = new StringBuilder();
    private final Set<String> everSettled = new TreeSet<>();
    private String yaml = POLICY;
    private int fileNo;
    private int txnNo;
    private int loans;

    RandomLender(Database database, Path folder, Random random) {
        this.database = database;
        this.folder = folder;
        this.random = random;
        this.jdbc = JdbcClient.create(database.dataSource());
        jdbc.sql("TRUNCATE source_file, loan_change, assessed, assessment, customer, loan, schedule, transaction,"
                        + " calendar_day, run, batch.batch_job_instance CASCADE")
                .update();
    }

    /** The steps of an assessment as a job. */
    @Configuration
    @Import(AssessSteps.class)
    static class OnlyAssess {

        @Bean
        Job onlyAssess(Steps steps) {
            return steps.job("only-assess").then(AssessStep.values()).build();
        }
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    /** Loans that have no assessment for some dates, because they were settled then. */
    Set<String> everSettled() {
        return everSettled;
    }

    /** What happened so far. */
    String story() {
        return story.toString();
    }

    long count(String from) {
        return jdbc.sql("SELECT count(*) FROM " + from).query(Long.class).single();
    }

    Policy policy() {
        return file().policy();
    }

    private RunRequest.PolicyFile file() {
        String text = yaml;
        return PolicyReader.read(text.getBytes(StandardCharsets.UTF_8), "policy.yaml")
                .match((policy, warnings) -> new RunRequest.PolicyFile(policy, text), errors -> {
                    throw new AssertionError(errors);
                });
    }

    void assess(LocalDate night, RunRequest.Options options) {
        story.append("assess ").append(night).append('\n');
        RunRequest request = new RunRequest(
                "only-assess",
                night,
                folder,
                folder,
                folder,
                file(),
                options.withRerun(true).withMeant(Meant.EARLIER, true).withMeant(Meant.SKIP_AHEAD, true));
        new Runner(database, Progress.SILENT, new StopSignal()).run(OnlyAssess.class, request);
    }

    /** A book of loans in every condition, with schedules around a date. */
    void book(int count, LocalDate around) {
        newFile("loans", around);
        for (int i = 0; i < count; i++) {
            loan(around);
        }
    }

    /** So many things happen before a night. */
    void events(LocalDate night, int count) {
        for (int i = 0; i < count; i++) {
            event(night, random.nextInt(20));
        }
    }

    private void event(LocalDate night, int kind) {
        String loanNo = anyLoan();
        LocalDate on = night.minusDays(random.nextInt(4) == 0 ? random.nextInt(40) : random.nextInt(2));
        switch (kind) {
            case 0, 1, 2, 3, 4, 5, 6, 7, 8 -> transaction(night, loanNo, "payment", on, "");
            case 9 -> transaction(night, loanNo, "payment", night.plusDays(1 + random.nextInt(5)), "");
            case 10 -> transaction(night, loanNo, "waiver", on, "penalty");
            case 11, 12 -> reversal(night);
            case 13 -> {
                newFile("loans", night);
                change(loanNo, "UPDATE loan SET status = 'settled' WHERE loan_no = ?");
                everSettled.add(loanNo);
            }
            case 14 -> {
                newFile("loans", night);
                change(loanNo, "UPDATE loan SET accelerated_on = DATE '" + on + "' WHERE loan_no = ?");
            }
            case 15 -> {
                newFile("installments", night);
                change(
                        loanNo,
                        "UPDATE schedule SET due_on = ARRAY(SELECT CASE WHEN due > DATE '" + on
                                + "' THEN due + 31 ELSE due END FROM unnest(due_on) WITH ORDINALITY AS d (due, place)"
                                + " ORDER BY place) WHERE DATE '" + on + "' < ANY (due_on) AND loan_no = ?");
            }
            case 16 -> holiday(night, on.plusDays(random.nextInt(20)));
            case 17 -> changePolicy(3 + random.nextInt(3));
            case 18 -> {
                newFile("loans", night);
                loan(night);
            }
            default -> {
                newFile("loans", night);
                change(loanNo, "UPDATE loan SET status = 'active' WHERE loan_no = ?");
            }
        }
    }

    /** From now on overdue amounts bear 1.3, 1.4 or 1.5 times the contract's rate; 5 is where it began. */
    void changePolicy(int tenths) {
        yaml = POLICY.replace("multiple: 1.5", "multiple: 1." + tenths);
        story.append("policy 1.").append(tenths).append('\n');
    }

    private String anyLoan() {
        return String.format("L%04d", 1 + random.nextInt(loans));
    }

    private void newFile(String kind, LocalDate night) {
        fileNo++;
        jdbc.sql("INSERT INTO source_file (file_no, run_id, as_of, kind, name, sha256, bytes, rows, accepted,"
                        + " rejected, sums) VALUES (?, 'drawn', ?, ?, 'drawn', ?, 0, 0, 0, 0, '{}')")
                .params(fileNo, night, kind, "drawn-" + fileNo)
                .update();
    }

    /** Does something to a loan and notes that a file touched it, as the merge of a file does. */
    private void change(String loanNo, String sql) {
        story.append(loanNo).append(' ').append(sql).append('\n');
        if (jdbc.sql(sql).params(loanNo).update() > 0) {
            touched(loanNo);
        }
    }

    private void touched(String loanNo) {
        jdbc.sql("INSERT INTO loan_change (file_no, loan_no) SELECT ?, ? WHERE EXISTS (SELECT 1 FROM assessed)"
                        + " ON CONFLICT DO NOTHING")
                .params(fileNo, loanNo)
                .update();
    }

    private void loan(LocalDate around) {
        String loanNo = String.format("L%04d", ++loans);
        String product = new String[] {"CONSUMER", "CARD", "AUTO"}[random.nextInt(3)];
        jdbc.sql("INSERT INTO loan (loan_no, customer_no, product, currency, principal, annual_rate_e8,"
                        + " disbursed_on, matures_on, status, file_no, line)"
                        + " VALUES (?, ?, ?, 'CNY', 120000, ?, ?, ?, 'active', ?, ?)")
                .params(
                        loanNo,
                        "C" + loans / 2,
                        product,
                        5_000_000L + random.nextInt(15_000_000),
                        around.minusMonths(6),
                        around.plusMonths(6),
                        fileNo,
                        loans)
                .update();
        LocalDate first = around.minusMonths(5).plusDays(random.nextInt(31));
        for (int seq = 1; seq <= 10; seq++) {
            jdbc.sql("INSERT INTO schedule (loan_no, seq, due_on, principal, interest, fee, file_no, line)"
                            + " VALUES (?, ARRAY[?], ARRAY[?], '{12000}', ARRAY[?::bigint], ARRAY[?::bigint], ?, '{1}')"
                            + " ON CONFLICT (loan_no) DO UPDATE SET seq = schedule.seq || excluded.seq,"
                            + " due_on = schedule.due_on || excluded.due_on,"
                            + " principal = schedule.principal || excluded.principal,"
                            + " interest = schedule.interest || excluded.interest,"
                            + " fee = schedule.fee || excluded.fee, line = schedule.line || excluded.line")
                    .params(
                            loanNo,
                            seq,
                            first.plusMonths(seq - 1L),
                            random.nextInt(2_000),
                            random.nextInt(3) * 100,
                            fileNo)
                    .update();
            if (first.plusMonths(seq - 1L).isBefore(around) && random.nextInt(10) > 1) {
                payment(loanNo, first.plusMonths(seq - 1L).plusDays(random.nextInt(6)), 14_200);
            }
        }
        touched(loanNo);
    }

    private void payment(String loanNo, LocalDate on, long amount) {
        insert(loanNo, "payment", on, amount, "", "");
    }

    private void insert(String loanNo, String type, LocalDate on, long amount, String component, String reverses) {
        jdbc.sql("INSERT INTO transaction (txn_no, loan_no, type, value_on, amount, component, reverses, file_no, line)"
                        + " VALUES (?, ?, ?, ?, ?, nullif(?, ''), nullif(?, ''), ?, ?)")
                .params(String.format("T%05d", ++txnNo), loanNo, type, on, amount, component, reverses, fileNo, txnNo)
                .update();
    }

    private void transaction(LocalDate night, String loanNo, String type, LocalDate on, String component) {
        newFile("transactions", night);
        long amount = 1L + random.nextInt(random.nextBoolean() ? 50_000 : 13_000);
        story.append(loanNo + " " + type + " " + on + " " + amount + "\n");
        insert(loanNo, type, on, amount, component, "");
        touched(loanNo);
    }

    private void reversal(LocalDate night) {
        newFile("transactions", night);
        String reversed = String.format("T%05d", 1 + random.nextInt(txnNo));
        String loanNo = jdbc.sql("SELECT loan_no FROM transaction WHERE txn_no = ?")
                .params(reversed)
                .query(String.class)
                .single();
        story.append(loanNo + " reversal of " + reversed + "\n");
        insert(loanNo, "reversal", night.minusDays(random.nextInt(3)), 1, "", reversed);
        touched(loanNo);
    }

    private void holiday(LocalDate night, LocalDate day) {
        newFile("calendar", night);
        story.append("holiday " + day + "\n");
        jdbc.sql("INSERT INTO calendar_day (date, kind, file_no, line) VALUES (?, 'holiday', ?, 1)"
                        + " ON CONFLICT DO NOTHING")
                .params(day, fileNo)
                .update();
    }
}
