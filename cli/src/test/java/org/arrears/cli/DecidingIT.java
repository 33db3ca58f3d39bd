package org.arrears.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** So many debtors that they are decided about in several ranges of customers, one of which fails. */
class DecidingIT {

    private static final String NIGHT = "2026-10-01";
    private static final int DEBTORS = 5_600;
    private static final int DUE_SOON = 300;

    private static final String POLICY = Tiny.POLICY + """
            notices:
              creditor: { name: 甲, signature: 乙, phone: 400-000-0000, address: 丙, payment: 丁 }
              stages:
                - { stage: due-soon, channel: sms, template: due-soon, when: { days-to-due: 1-3 } }
                - { stage: reminder, channel: sms, template: reminder, when: { dpd: 1-30 }, every-days: 7, at-most: 2 }
                - { stage: letter, channel: letter, template: demand, when: { dpd: 200+ }, every-days: 30, at-most: 2 }
            """;

    private final Path folder;

    DecidingIT(@TempDir Path folder) {
        this.folder = folder;
    }

    private static String number(String prefix, int i) {
        return prefix + String.format(Locale.ROOT, "%05d", i);
    }

    /** Debtors some of whom have no phone, a hold or a promise; few get a letter, and few owe nothing yet. */
    private static Path inbox(Lender lender, IntPredicate which) {
        StringBuilder customers = new StringBuilder("customer_no,name,phone,address\n");
        StringBuilder loans = new StringBuilder(
                "loan_no,customer_no,product,currency,principal,annual_rate,disbursed_on,matures_on\n");
        StringBuilder installments = new StringBuilder("loan_no,seq,due_on,principal,interest\n");
        StringBuilder holds = new StringBuilder("hold_no,scope,ref_no,reason,starts_on,ends_on,channels\n");
        StringBuilder promises = new StringBuilder("promise_no,loan_no,made_on,due_on,amount\n");
        LocalDate night = LocalDate.parse(NIGHT);
        for (int i = 0; i < DEBTORS + DUE_SOON; i++) {
            if (!which.test(i)) {
                continue;
            }
            String customer = number("C", i);
            String loan = number("L", i);
            customers
                    .append(customer)
                    .append(",张三,")
                    .append(i % 7 == 0 ? "" : "19900000001")
                    .append(",某地1号\n");
            loans.append(loan).append(',').append(customer).append(",CASH,CNY,1000.00,0.12,2026-01-15,2027-01-15\n");
            LocalDate dueOn =
                    i >= DEBTORS ? night.plusDays(1 + i % 3) : night.minusDays(i % 1000 == 16 ? 220 : 1 + i % 40);
            installments.append(loan).append(",1,").append(dueOn).append(",100.00,10.00\n");
            if (i % 11 == 0) {
                holds.append(number("H", i)).append(i % 2 == 0 ? ",loan," + loan : ",customer," + customer);
                holds.append(",dispute,2026-09-01,,sms\n");
            }
            if (i % 13 == 0) {
                promises.append(number("P", i)).append(',').append(loan).append(",2026-09-20,2026-10-05,50.00\n");
            }
        }
        return lender.inbox(
                NIGHT,
                "customers.csv",
                customers.toString(),
                "loans.csv",
                loans.toString(),
                "installments.csv",
                installments.toString(),
                "holds.csv",
                holds.toString(),
                "promises.csv",
                promises.toString());
    }

    private List<String> nightly(Lender lender, Path inbox) {
        return lender.nightly(
                NIGHT, inbox, lender.inbox("policy", "policy.yaml", POLICY).resolve("policy.yaml"));
    }

    private static List<String> decisions(Lender lender, String condition) {
        List<String> rows = new ArrayList<>(rows(
                lender,
                "SELECT concat_ws(' ', n.*, l.*) FROM notice n JOIN notice_loan l USING (notice_no) WHERE " + condition
                        + " ORDER BY customer_no, stage"));
        rows.addAll(rows(
                lender,
                "SELECT concat_ws(' ', n.*) FROM notice_suppression n WHERE " + condition
                        + " ORDER BY customer_no, stage"));
        return rows;
    }

    private static List<String> rows(Lender lender, String sql) {
        return lender.jdbc().sql(sql).query(String.class).list();
    }

    private static long count(Lender lender, String sql) {
        return lender.jdbc().sql(sql).query(Long.class).single();
    }

    @Test
    void aRangeThatFailsIsDecidedAgainTheOthersAreNotAndAllIsAsIfInOneRangeAndAtOnce() {
        Lender whole = new Lender("deciding", folder.resolve("whole"));
        Path inbox = inbox(whole, i -> true);
        String last = number("C", DEBTORS - 11);
        whole.jdbc().sql("""
                CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN RAISE EXCEPTION 'on purpose'; END $$;
                CREATE TRIGGER refuse BEFORE INSERT ON notice FOR EACH ROW WHEN (NEW.customer_no = '%s')
                EXECUTE FUNCTION refuse()
                """.formatted(last)).update();
        assertNotEquals(ExitCodes.DONE, whole.shell().run(nightly(whole, inbox)).code());
        List<String> complete = rows(
                whole,
                "SELECT step_name FROM batch.batch_step_execution WHERE step_name LIKE 'decide-notices:%'"
                        + " AND status = 'COMPLETED'");
        assertTrue(complete.size() > 1, "several ranges were complete before: " + complete);
        String early = "customer_no < 'C00100'";
        List<String> decidedBefore = decisions(whole, early);
        assertTrue(decidedBefore.size() > 50, "the first range was complete before");
        whole.jdbc().sql("DROP TRIGGER refuse ON notice").update();
        whole.shell().run(nightly(whole, inbox)).with(ExitCodes.DONE);
        assertEquals(decidedBefore, decisions(whole, early));
        for (String partition : complete) {
            assertEquals(
                    1,
                    count(
                            whole,
                            "SELECT count(*) FROM batch.batch_step_execution WHERE step_name = '" + partition + "'"));
        }
        assertEquals(
                DEBTORS + DUE_SOON,
                count(
                        whole,
                        "SELECT count(DISTINCT customer_no) FROM (SELECT customer_no FROM notice UNION ALL"
                                + " SELECT customer_no FROM notice_suppression) d"));

        Lender half = new Lender("deciding_half", folder.resolve("half"));
        half.shell().run(nightly(half, inbox(half, i -> i % 2 == 0))).with(ExitCodes.DONE);
        assertEquals(
                1,
                count(half, "SELECT count(*) FROM batch.batch_step_execution WHERE step_name LIKE 'decide-notices:%'"));
        assertEquals(decisions(half, "true"), decisions(whole, "right(customer_no, 1) IN ('0', '2', '4', '6', '8')"));
        readsAllAndKeepsWhatWasAskedFor(half);
    }

    /** The step's counts are those of debtors: read, without a decision on the channel, decided. */
    private void readsAllAndKeepsWhatWasAskedFor(Lender lender) {
        List<String> before = decisions(lender, "true");
        lender.shell()
                .run(
                        "notices",
                        "--channel",
                        "letter",
                        "--as-of",
                        NIGHT,
                        "--out",
                        lender.out().toString(),
                        "--home",
                        lender.home().toString(),
                        "--db",
                        lender.url())
                .with(ExitCodes.DONE);
        assertEquals(before, decisions(lender, "true"));
        long letters = count(lender, "SELECT count(*) FROM notice WHERE channel = 'letter'");
        long without = count(lender, "SELECT count(*) FROM notice_suppression WHERE channel IN ('', 'letter')");
        long debtors = (DEBTORS + DUE_SOON) / 2;
        assertEquals(
                String.join(" ", "" + debtors, "" + (debtors - letters - without), "" + (letters + without)),
                rows(
                                lender,
                                "SELECT concat_ws(' ', read_count, filter_count, write_count)"
                                        + " FROM batch.batch_step_execution WHERE step_name = 'decide-notices'"
                                        + " ORDER BY step_execution_id DESC LIMIT 1")
                        .get(0));
    }
}
