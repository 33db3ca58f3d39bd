package org.arrears.sample;

import static org.arrears.sample.InboxReading.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is in the files, read back by the rules of the file formats. */
class InboxTest {
    private static final Path COMMITTED = Path.of("inbox");
    private static final long SEED = 41;
    private static final LocalDate AS_OF = LocalDate.of(2026, 9, 29);

    @TempDir
    Path folder = Path.of("");

    @Test
    void exactlyTheseRowsOfTheCommittedInboxAreWrong() throws IOException {
        assertEquals(
                List.of(
                        "2026-09-29/customers.csv: C999998: missing name",
                        "2026-09-29/loans.csv: LN2099000002: annual_rate 7.2",
                        "2026-09-29/loans.csv: LN2099000003: unknown customer",
                        "2026-09-29/loans.csv: LN2099000004: missing product",
                        "2026-09-29/installments.csv: LN2099000002: unknown loan",
                        "2026-09-29/installments.csv: LN2099000002: due_on 2026-02-30",
                        "2026-09-29/installments.csv: LN2099000001: unknown loan",
                        "2026-09-29/installments.csv: LN2099000002: missing seq",
                        "2026-09-29/transactions.csv: T9000000002: unknown loan",
                        "2026-09-29/transactions.csv: T9000000003: value_on 2026-02-30",
                        "2026-09-29/transactions.csv: T9000000004: waiver without component",
                        "2026-09-29/transactions.csv: T9000000005: reversal without reverses",
                        "2026-09-29/transactions.csv: T9000000006: missing type",
                        "2026-09-30/transactions.csv: T0000000001: changed transaction"),
                InboxReading.of(COMMITTED).faults);
    }

    @ParameterizedTest
    @ValueSource(ints = {76, 400, 5000})
    void wrongRowsStayBelowTwoPercentOfTheirFileAtAnySize(int loans) throws IOException {
        InboxReading reading = InboxReading.of(made(loans, true));
        assertTrue(reading.faults.size() > 3, reading.faults.toString());
        reading.faultsByFile.forEach((file, faults) ->
                assertTrue(faults * 50 < reading.rowsByFile.getOrDefault(file, 0), file + ": faults " + faults));
    }

    @Test
    void withoutErrorsNoRowIsWrong() throws IOException {
        InboxReading reading = InboxReading.of(made(3000, false));
        assertEquals(List.of(), reading.faults);
        assertEquals(3000 + 2 * 2, reading.loans.size());
        assertEquals(2250 + 2 * 2, reading.customers.size());
    }

    @Test
    void theInstallmentsOfEveryLoanAddUpToItsPrincipalAndEndWhenItMatures() throws IOException {
        InboxReading reading = InboxReading.of(made(3000, false));
        assertEquals(reading.loans.keySet(), reading.schedules.keySet());
        reading.loans.forEach((loanNo, loan) -> {
            List<Map<String, String>> schedule = reading.schedules.getOrDefault(loanNo, List.of());
            BigDecimal sum = schedule.stream()
                    .map(row -> new BigDecimal(value(row, "principal")))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertEquals(new BigDecimal(value(loan, "principal")), sum, loanNo);
            assertEquals(value(loan, "matures_on"), value(schedule.get(schedule.size() - 1), "due_on"), loanNo);
            String last = value(loan, "disbursed_on");
            for (int i = 0; i < schedule.size(); i++) {
                assertEquals(Integer.toString(i + 1), value(schedule.get(i), "seq"), loanNo);
                assertTrue(last.compareTo(value(schedule.get(i), "due_on")) < 0, loanNo + " due after " + last);
                last = value(schedule.get(i), "due_on");
            }
        });
    }

    @Test
    void everyReversalButOneNamesAnEarlierPaymentOrWaiverOfItsLoan() throws IOException {
        InboxReading reading = InboxReading.of(made(3000, false));
        int reversals = 0;
        int unknown = 0;
        for (Map<String, String> row : reading.transactions.values()) {
            if (!value(row, "type").equals("reversal")) {
                continue;
            }
            reversals++;
            Map<String, String> named = reading.transactions.get(value(row, "reverses"));
            if (named == null) {
                unknown++;
                continue;
            }
            assertEquals(value(named, "loan_no"), value(row, "loan_no"));
            assertEquals(value(named, "amount"), value(row, "amount"));
            assertTrue(value(named, "value_on").compareTo(value(row, "value_on")) <= 0, row.toString());
        }
        assertEquals(1, unknown);
        assertTrue(reversals > 10, "reversals " + reversals);
    }

    @Test
    void nothingIsDatedAfterItsNight() throws IOException {
        for (Path night : InboxReading.sorted(made(3000, false))) {
            for (String name : List.of("transactions.csv", "transactions-overseas.csv")) {
                if (!Files.exists(night.resolve(name))) {
                    continue;
                }
                for (String line : Files.readAllLines(night.resolve(name))) {
                    String valueOn = line.split(",", -1)[3];
                    boolean header = valueOn.equals("value_on");
                    assertTrue(header || valueOn.compareTo(night.getFileName().toString()) <= 0, line);
                }
            }
        }
    }

    @Test
    void controlFilesMatchTheirFilesWrongRowsIncluded() throws Exception {
        int controls = 0;
        for (Path night : InboxReading.sorted(COMMITTED)) {
            for (Path control : InboxReading.sorted(night)) {
                String name = control.getFileName().toString();
                if (name.endsWith(".ctl")) {
                    controls++;
                    assertControls(control, control.resolveSibling(name.substring(0, name.length() - 4)));
                }
            }
        }
        assertEquals(14, controls);
    }

    @Test
    void aLargerBookHasAboutTwelveInstallmentsAndFiveTransactionsALoanAndATenthOverdue() throws IOException {
        int loans = 20_000;
        Portfolio portfolio = new Portfolio(request(loans, false));
        long installments = 0;
        long transactions = 0;
        long overdue = 0;
        for (int index = 0; index < loans; index++) {
            Account account = portfolio.account(index);
            installments += account.schedule().size();
            transactions += account.postings().size();
            Plan plan = account.loan().plan();
            overdue +=
                    plan.nextDue().isBefore(AS_OF) && plan.paid() < plan.terms().months() ? 1 : 0;
        }
        assertTrue(installments > 11.5 * loans && installments < 12.5 * loans, "installments " + installments);
        assertTrue(transactions > 4.5 * loans && transactions < 5.5 * loans, "transactions " + transactions);
        assertTrue(overdue > 0.09 * loans && overdue < 0.11 * loans, "overdue " + overdue);
    }

    @Test
    void aHundredthOfALargeBookPaysOnALaterNight() {
        int loans = 100_000;
        Portfolio portfolio = new Portfolio(request(loans, false));
        int payments = 0;
        for (int index = portfolio.stories(); index < loans; index++) {
            payments += portfolio.later(index, 1).isPresent() ? 1 : 0;
        }
        assertTrue(payments > 0.0085 * loans && payments < 0.0105 * loans, "payments " + payments);
    }

    @Test
    void aLaterNightBringsOnlyWhatChanged() throws IOException {
        InboxReading reading = InboxReading.of(COMMITTED);
        Set<String> later = new TreeSet<>(reading.rowsByFile.keySet());
        later.removeIf(name -> name.startsWith("2026-09-29"));
        assertEquals(4, reading.rowsByFile.get("2026-09-30/loans.csv"));
        assertTrue(!later.contains("2026-09-30/calendar-2026.csv"), later.toString());
        assertEquals("settled", value(reading.loans.getOrDefault("LN2026000038", Map.of()), "status"));
        assertEquals("2026-09-30", value(reading.holds.getOrDefault("H2026000030", Map.of()), "ends_on"));
    }

    private Path made(int loans, boolean errors) throws IOException {
        new Generator(request(loans, errors)).write();
        return folder;
    }

    private Request request(int loans, boolean errors) {
        int customers = Math.max(loans * 3 / 4, 74);
        return new Request(folder, loans, customers, SEED, AS_OF, 3, 10_000, 100_000, errors);
    }

    private static void assertControls(Path control, Path file) throws Exception {
        List<String> lines = Files.readAllLines(file);
        List<String> columns = List.of(lines.get(0).split(",", -1));
        for (String line : Files.readAllLines(control)) {
            String name = line.substring(0, line.indexOf('='));
            String expected = line.substring(line.indexOf('=') + 1);
            switch (name) {
                case "rows" -> assertEquals(expected, Integer.toString(lines.size() - 1), control.toString());
                case "sha256" -> assertEquals(expected, sha256(file), control.toString());
                default -> {
                    int column = columns.indexOf(name.substring("sum.".length()));
                    BigDecimal sum = lines.stream()
                            .skip(1)
                            .map(row -> new BigDecimal(row.split(",", -1)[column]))
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
                    assertEquals(0, sum.compareTo(new BigDecimal(expected)), control + ": " + line + ", not " + sum);
                }
            }
        }
    }

    private static String sha256(Path file) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        return HexFormat.of().formatHex(digest);
    }
}
