package org.arrears.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes accounts as rows of the inbox files, and numbers the transactions as they are written. */
final class AccountRows {
    static final int LOAN_DIGITS = 10;
    static final int TRANSACTION_DIGITS = 10;
    private static final int RATE_DIGITS = 4;
    private static final int BRANCHES = 24;
    private static final long UNKNOWN_TRANSACTION = 9_999_999_999L;

    private final int customerDigits;
    private final int stories;
    /** The numbers of the story loans' transactions, looked up by later reversals; never iterated. */
    private final Map<Integer, List<Long>> storyNumbers = new HashMap<>();

    private long lastTransaction;

    AccountRows(int stories, int mostCustomers) {
        this.stories = stories;
        this.customerDigits = Math.max(6, Integer.toString(mostCustomers + 1).length());
    }

    int customerDigits() {
        return customerDigits;
    }

    void customer(NightFolder night, Customer customer) {
        night.file(InboxFile.CUSTOMERS)
                .key("C", customer.index() + 1L, customerDigits)
                .text(customer.name())
                .text(customer.idNo())
                .text(customer.phone())
                .text(customer.email())
                .text(customer.address())
                .text(customer.postalCode())
                .text(customer.region())
                .text(customer.language())
                .endRow();
    }

    void newLoan(NightFolder folder, Account account) {
        loan(folder, account.loan(), account.schedule());
        installments(folder, account.loan(), account.schedule());
    }

    /** What one night's files say of an account beyond its first loan and installment rows. */
    void events(NightFolder folder, Account account, int night) {
        for (Change change : account.changes()) {
            if (change.night() == night) {
                loan(folder, change.loan(), change.schedule());
                if (change.newSchedule()) {
                    installments(folder, change.loan(), change.schedule());
                }
            }
        }
        postings(folder, account, night);
        for (Hold hold : account.holds()) {
            if (hold.night() == night) {
                hold(folder.file(InboxFile.HOLDS), account.loan(), hold);
            }
        }
        for (Promise promise : account.promises()) {
            if (promise.night() == night) {
                promise(folder.file(InboxFile.PROMISES), account.loan(), promise);
            }
        }
    }

    private void posting(NightFolder folder, Loan loan, Posting posting, List<Long> numbers) {
        lastTransaction++;
        numbers.add(lastTransaction);
        LoanCurrency currency = loan.plan().currency();
        CsvFile file = folder.file(InboxFile.transactions(currency))
                .key("T", lastTransaction, TRANSACTION_DIGITS)
                .key("LN", Loan.number(loan.index()), LOAN_DIGITS)
                .text(posting.type())
                .date(posting.valueOn())
                .amount(posting.amount(), currency.digits())
                .text(posting.component());
        if (posting.reverses() == Posting.NOTHING) {
            file.empty();
        } else {
            boolean unknown = posting.reverses() == Posting.AN_UNKNOWN_TRANSACTION;
            long number = unknown ? UNKNOWN_TRANSACTION : numbers.get(posting.reverses() - 1);
            file.key("T", number, TRANSACTION_DIGITS);
        }
        file.endRow();
    }

    private void postings(NightFolder folder, Account account, int night) {
        int index = account.loan().index();
        List<Long> numbers =
                index < stories ? storyNumbers.computeIfAbsent(index, i -> new ArrayList<>()) : new ArrayList<>();
        for (Posting posting : account.postings()) {
            if (posting.night() == night) {
                posting(folder, account.loan(), posting, numbers);
            }
        }
    }

    private void loan(NightFolder folder, Loan loan, List<Installment> schedule) {
        Plan plan = loan.plan();
        CsvFile file = folder.file(InboxFile.loans(plan.currency()))
                .key("LN", Loan.number(loan.index()), LOAN_DIGITS)
                .key("C", loan.customer() + 1L, customerDigits)
                .text(plan.terms().product().name())
                .text(plan.currency().name())
                .amount(plan.terms().principal(), plan.currency().digits())
                .amount(plan.terms().rateBasisPoints(), RATE_DIGITS)
                .date(plan.disbursedOn())
                .date(schedule.get(schedule.size() - 1).dueOn())
                .text(loan.status().text());
        if (loan.penaltyBasisPoints() == 0) {
            file.empty();
        } else {
            file.amount(loan.penaltyBasisPoints(), RATE_DIGITS);
        }
        optionalDate(file, loan.acceleratedOn());
        file.text(loan.manualClass()).key("B", loan.index() % BRANCHES + 1L, 3).endRow();
    }

    private static void installments(NightFolder folder, Loan loan, List<Installment> schedule) {
        LoanCurrency currency = loan.plan().currency();
        CsvFile file = folder.file(InboxFile.installments(currency));
        long number = Loan.number(loan.index());
        for (Installment row : schedule) {
            file.key("LN", number, LOAN_DIGITS)
                    .number(row.seq())
                    .date(row.dueOn())
                    .amount(row.principal(), currency.digits())
                    .amount(row.interest(), currency.digits())
                    .amount(row.fee(), currency.digits())
                    .endRow();
        }
    }

    private void hold(CsvFile file, Loan loan, Hold hold) {
        file.key("H", Loan.number(loan.index()), LOAN_DIGITS);
        if (hold.wholeCustomer()) {
            file.text("customer").key("C", loan.customer() + 1L, customerDigits);
        } else {
            file.text("loan").key("LN", Loan.number(loan.index()), LOAN_DIGITS);
        }
        file.text(hold.reason()).date(hold.startsOn());
        optionalDate(file, hold.endsOn());
        file.text(hold.channels()).empty().endRow();
    }

    private static void promise(CsvFile file, Loan loan, Promise promise) {
        file.key("P", Loan.number(loan.index()), LOAN_DIGITS)
                .key("LN", Loan.number(loan.index()), LOAN_DIGITS)
                .date(promise.madeOn())
                .date(promise.dueOn())
                .amount(promise.amount(), loan.plan().currency().digits())
                .endRow();
    }

    private static void optionalDate(CsvFile file, Optional<LocalDate> day) {
        if (day.isPresent()) {
            file.date(day.get());
        } else {
            file.empty();
        }
    }
}
