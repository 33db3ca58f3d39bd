package org.arrears.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/** The rows that are wrong on purpose, written last in their files and only while they stay below 2 %. */
final class WrongRows {
    private static final long UNKNOWN_LOAN = 2_099_000_001L;
    private static final long REJECTED_LOAN = UNKNOWN_LOAN + 1;
    private static final long FIRST_WRONG_TRANSACTION = 9_000_000_001L;

    private final LocalDate asOf;
    private final int customerDigits;

    WrongRows(LocalDate asOf, int customerDigits) {
        this.asOf = asOf;
        this.customerDigits = customerDigits;
    }

    /** One wrong row: where it goes and how it is written. */
    record WrongRow(InboxFile kind, Consumer<CsvFile> writer) {}

    void addTo(NightFolder folder, int night) {
        for (WrongRow row : rows(night)) {
            CsvFile file = folder.file(row.kind());
            if (file.hasRoomForAWrongRow()) {
                row.writer().accept(file);
                file.countWrongRow();
            }
        }
    }

    private List<WrongRow> rows(int night) {
        return switch (night) {
            case 0 ->
                List.of(
                        new WrongRow(InboxFile.LOANS, file -> loan(file, REJECTED_LOAN, "CONSUMER", "7.2", 1)),
                        new WrongRow(InboxFile.LOANS, file -> loan(file, UNKNOWN_LOAN + 2, "CONSUMER", "0.0720", 0)),
                        new WrongRow(InboxFile.LOANS, file -> loan(file, UNKNOWN_LOAN + 3, "", "0.0720", 1)),
                        new WrongRow(
                                InboxFile.INSTALLMENTS,
                                file -> installment(file, REJECTED_LOAN, "901", "2026-11-20", "5.125")),
                        new WrongRow(
                                InboxFile.INSTALLMENTS,
                                file -> installment(file, REJECTED_LOAN, "902", "2026-02-30", "0.00")),
                        new WrongRow(
                                InboxFile.INSTALLMENTS,
                                file -> installment(file, UNKNOWN_LOAN, "1", "2026-11-20", "0.00")),
                        new WrongRow(
                                InboxFile.INSTALLMENTS,
                                file -> installment(file, REJECTED_LOAN, "", "2026-11-20", "0.00")),
                        transaction(1, 0, "payment", asOf.toString(), ""),
                        transaction(2, 1, "payment", "2026-02-30", ""),
                        transaction(3, 1, "waiver", asOf.toString(), ""),
                        transaction(4, 1, "reversal", asOf.toString(), ""),
                        transaction(5, 1, "", asOf.toString(), ""),
                        new WrongRow(InboxFile.CUSTOMERS, this::customerWithoutName));
            case 1 ->
                List.of(
                        new WrongRow(InboxFile.TRANSACTIONS, this::changedTransaction),
                        transaction(6, 0, "payment", asOf.plusDays(1).toString(), ""),
                        transaction(7, 1, "refund", asOf.plusDays(1).toString(), ""));
            default -> List.of();
        };
    }

    private void loan(CsvFile file, long number, String product, String rate, int customer) {
        file.key("LN", number, AccountRows.LOAN_DIGITS);
        customer(file, customer)
                .text(product)
                .text("CNY")
                .amount(1_000_000, 2)
                .text(rate)
                .date(asOf.minusDays(40))
                .date(asOf.plusDays(300))
                .text("active")
                .empty()
                .empty()
                .empty()
                .text("B001")
                .endRow();
    }

    /** The first customer, or with 0 one that nobody knows. */
    private CsvFile customer(CsvFile file, int number) {
        return file.key("C", number == 0 ? Long.parseLong("9".repeat(customerDigits)) : number, customerDigits);
    }

    /** Of a loan that is rejected too: a wrong installment would take the schedule of a good one with it. */
    private static void installment(CsvFile file, long loan, String seq, String dueOn, String fee) {
        file.key("LN", loan, AccountRows.LOAN_DIGITS)
                .text(seq)
                .text(dueOn)
                .amount(10_000, 2)
                .amount(100, 2)
                .text(fee)
                .endRow();
    }

    private static WrongRow transaction(int number, int loan, String type, String valueOn, String component) {
        return new WrongRow(InboxFile.TRANSACTIONS, file -> {
            file.key("T", FIRST_WRONG_TRANSACTION + number, AccountRows.TRANSACTION_DIGITS);
            loanKey(file, loan)
                    .text(type)
                    .text(valueOn)
                    .amount(10_000, 2)
                    .text(component)
                    .empty()
                    .endRow();
        });
    }

    private static CsvFile loanKey(CsvFile file, int loan) {
        return file.key("LN", loan == 0 ? UNKNOWN_LOAN : Loan.number(loan - 1), AccountRows.LOAN_DIGITS);
    }

    private void customerWithoutName(CsvFile file) {
        file.key("C", Long.parseLong("9".repeat(customerDigits)) - 1, customerDigits);
        for (int column = 1; column < InboxFile.CUSTOMERS.columns().size(); column++) {
            file.empty();
        }
        file.endRow();
    }

    /** The first transaction of night 1 again, with another amount. */
    private void changedTransaction(CsvFile file) {
        file.key("T", 1, AccountRows.TRANSACTION_DIGITS);
        loanKey(file, 1)
                .text("payment")
                .date(asOf.minusDays(1))
                .amount(12_345, 2)
                .empty()
                .empty()
                .endRow();
    }
}
