package org.arrears.ingest.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a check finds without a database. */
class CheckTest {

    @TempDir
    private Path folder;

    @Test
    void rowsInAreRowsAcceptedAndRejected() throws IOException {
        CheckedFile file = new CheckCase(folder)
                .file(
                        "loans.csv",
                        CheckCase.LOANS_HEADER + CheckCase.LOAN + "L2,C1,AUTO,CNY,12.345,0.1,2026-01-01,2027-01-01\n")
                .checked("loans.csv");
        assertEquals(2, file.rows());
        assertEquals(1, file.rejected());
        assertEquals(
                "principal \"12.345\" has 3 decimals; CNY has 2",
                file.rejects().get(0).message());
        assertEquals(3, file.rejects().get(0).line());
        assertEquals(new BigDecimal("1012.3450"), file.sums().get("principal"));
        assertEquals("1000.00", file.samples().get(0).get("principal"));
    }

    @Test
    void aReferenceIsCheckedAmongTheFilesGiven() throws IOException {
        CheckCase files = new CheckCase(folder)
                .file("customers.csv", CheckCase.CUSTOMERS)
                .file("loans.csv", CheckCase.LOANS_HEADER + CheckCase.LOAN + CheckCase.LOAN.replace("L1,C1", "L2,C9"))
                .file(
                        "installments.csv",
                        CheckCase.INSTALLMENTS_HEADER + "L1,1,2026-02-01,1,1,0\nL2,1,2026-02-01,1,1,0\n");
        assertEquals("unknown-customer", CheckCase.code(files.checked("loans.csv")));
        CheckedFile installments = files.checked("installments.csv");
        assertEquals("unknown-loan", CheckCase.code(installments), "a rejected loan is not there");
        assertEquals(1, installments.rejected());
    }

    @Test
    void whatCannotBeCheckedIsSaid() throws IOException {
        CheckedFile file = new CheckCase(folder)
                .file("installments.csv", CheckCase.INSTALLMENTS_HEADER + "L1,1,2026-02-01,1.2345,1,0\n")
                .checked("installments.csv");
        assertEquals(0, file.rejected());
        assertEquals(
                List.of(
                        "unknown loans not checked: no loans file given",
                        "decimals of amounts checked up to 4, not by currency: no loans file given"),
                file.notes());
    }

    @Test
    void theSecondRowOfAKeyIsRejectedHoweverItIsWritten() throws IOException {
        CheckedFile file = new CheckCase(folder)
                .file(
                        "installments.csv",
                        CheckCase.INSTALLMENTS_HEADER + "L1,1,2026-02-01,1,1,0\nL1,01,2026-02-01,1,1,1\n")
                .checked("installments.csv");
        assertEquals("duplicate-key", CheckCase.code(file));
        assertEquals(3, file.rejects().get(0).line());
    }

    @Test
    void aRowThatSaysTheSameAgainIsAcceptedButForTransactions() throws IOException {
        CheckCase files = new CheckCase(folder)
                .file(
                        "installments-1.csv",
                        CheckCase.INSTALLMENTS_HEADER + "L1,1,2026-02-01,1,1,0\nL1,2,2026-02-01,1,1,0\n")
                .file("installments-2.csv", CheckCase.INSTALLMENTS_HEADER + "L1,1,2026-02-01,1,1,\n")
                .file(
                        "transactions.csv",
                        "txn_no,loan_no,type,value_on,amount\n" + "T1,L1,payment,2026-02-01,1\n".repeat(2));
        assertEquals("ok", CheckCase.code(files.checked("installments-2.csv")));
        assertEquals(1, files.checked("installments-2.csv").repeated());
        assertEquals("duplicate-key", CheckCase.code(files.checked("transactions.csv")));
    }

    @Test
    void aRejectedInstallmentTakesItsLoansRowsInAllFilesWithIt() throws IOException {
        CheckCase files = new CheckCase(folder)
                .file(
                        "installments-1.csv",
                        CheckCase.INSTALLMENTS_HEADER + "L1,1,2026-02-01,1,1,0\nL1,2,2026-03-01,1,1,0\n"
                                + "L2,1,2026-02-01,1,1,0\n")
                .file("installments-2.csv", CheckCase.INSTALLMENTS_HEADER + "L1,3,2026-02-32,1,1,0\n")
                .budget("1");
        CheckedFile first = files.checked("installments-1.csv");
        assertEquals(2, first.rejected());
        assertEquals("loan-incomplete", CheckCase.code(first));
        assertEquals(1, first.accepted());
        assertTrue(first.refusal().isEmpty(), "outside the error budget");
        assertEquals(
                CheckCase.INSTALLMENTS_HEADER + "L1,1,2026-02-01,1,1,0\nL1,2,2026-03-01,1,1,0\n",
                Files.readString(folder.resolve("out/installments-1.rows.csv")));
    }

    @Test
    void aControlFileMustMatch() throws IOException {
        CheckCase files = new CheckCase(folder)
                .file("loans.csv", CheckCase.LOANS_HEADER + CheckCase.LOAN)
                .file("loans.csv.ctl", "rows=1\nsum.principal=1000.01\n");
        assertEquals(
                "loans.csv.ctl: the control file states sum.principal 1000.01, the file has 1000; nothing of the file"
                        + " was loaded: ask the sender for both again",
                files.refusal("loans.csv"));
        files.file("loans.csv.ctl", "rows=1\nsum.principal=1000\n");
        assertTrue(files.checked("loans.csv").refusal().isEmpty());
    }

    @Test
    void moreRejectsThanTheBudgetRefuseTheFile() throws IOException {
        String refusal = new CheckCase(folder)
                .file("customers.csv", "customer_no,name\nC1,\n")
                .budget("0.1%")
                .refusal("customers.csv");
        assertEquals(
                "customers.csv: 1 of 1 rows rejected, more than the error budget of 0.1% (--max-rejects)", refusal);
    }

    @Test
    void valuesOfPeopleAreHiddenInRowsAndMessagesAndNotInRejectFiles() throws IOException {
        String good = "C1,欧阳娜娜,110101199003078888,138-0013-8000,na@example.com,朝阳路 1 号\n";
        String bad = "C2,\"李\t四\",11010119900307\t123,138 0013 8001,\tb@example.com,\"a\nb\"\n";
        CheckedFile file = new CheckCase(folder)
                .file(
                        "customers.csv",
                        "customer_no,name,id_no,phone,email,address\n" + good + bad
                                + bad.replace("\"李\t四\"", "李四").replace("C2", "C3"))
                .checked("customers.csv");
        assertEquals(
                "{customer_no=C1, name=欧***, id_no=******************, phone=***-****-****, email=**@*******.***,"
                        + " address=*** * *}",
                filled(file.samples().get(0)));
        assertEquals(
                List.of(
                        "name \"李\t*\" has a control character at 2",
                        "id_no \"**************\t***\" has a control character at 15"),
                file.rejects().stream().map(CheckedFile.Reason::message).toList());
        assertEquals(
                List.of("李\t*", "**************\t***"),
                file.rejects().stream().map(CheckedFile.Reason::value).toList());
        assertTrue(Files.readString(folder.resolve("out/customers.rows.csv")).contains(bad));
        assertTrue(Files.readString(folder.resolve("out/customers.csv")).contains("11010119900307\t123"));
    }

    private static String filled(java.util.Map<String, String> sample) {
        sample.values().removeIf(String::isEmpty);
        return sample.toString();
    }

    @Test
    void charactersThatNoLetterCanPrintAreWarnedOfByColumnAndNotRejected() throws IOException {
        CheckedFile file = new CheckCase(folder)
                .file(
                        "customers.csv",
                        "customer_no,name,email,address\nC1,A,,a\nC2,B\u2603,,b\nC3,C\u2603,\u2603@c,c\u2603\n")
                .checked("customers.csv");
        assertEquals(0, file.rejected());
        assertEquals(
                List.of(
                        "name of 2 rows has a character that the font of the letters cannot print (line 3, U+2603):"
                                + " letters to them are not sent (missing-glyph)",
                        "address of 1 row has a character that the font of the letters cannot print (line 4, U+2603):"
                                + " letters to them are not sent (missing-glyph)"),
                file.notes());
    }

    @Test
    void aFileWithoutAHeaderDoesNotShowItsFirstRow() throws IOException {
        String refusal = new CheckCase(folder)
                .file("customers.csv", "customer_no,name,13800138000\nC1,A,1\n")
                .refusal("customers.csv");
        assertTrue(refusal.contains("has an unknown column \"***********\""), refusal);
    }

    @Test
    void rejectFilesHoldTheOriginalLine() throws IOException {
        new CheckCase(folder)
                .file("customers.csv", "name,customer_no\nA,C1\n\"B, \"\"b\"\"\",\n")
                .check();
        assertEquals(
                "name,customer_no\n\"B, \"\"b\"\"\",\n", Files.readString(folder.resolve("out/customers.rows.csv")));
    }

    @Test
    void keysBeyondTheLimitAreSaidToBeUnchecked() {
        KeySet keys = new KeySet(2);
        assertTrue(keys.add("a") && keys.add("b") && keys.isComplete());
        assertEquals(false, keys.add("a"));
        assertTrue(keys.add("c"));
        assertEquals(false, keys.isComplete());
    }

    @Test
    void aKeySetFindsEachOfMany() {
        KeySet keys = new KeySet(200_000);
        for (int i = 0; i < 200_000; i++) {
            assertTrue(keys.add("LN" + i), "LN" + i);
        }
        for (int i = 0; i < 200_000; i++) {
            assertTrue(keys.contains("LN" + i) && !keys.add("LN" + i), "LN" + i);
        }
        assertTrue(!keys.contains("LN200000"));
    }
}
