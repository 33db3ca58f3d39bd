package org.arrears.core.replay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.arrears.core.loan.Contracts;
import org.arrears.core.loan.Installment;
import org.arrears.core.loan.Loan;
import org.arrears.core.loan.LoanFacts;
import org.arrears.core.loan.Transaction;
import org.arrears.core.money.Amounts;
import org.arrears.core.money.Component;
import org.arrears.core.money.CurrencyUnit;
import org.arrears.core.money.Rate;
import org.arrears.core.money.SomeDues;

/**
 * A loan in one cell of a table: {@code due 2024-03-01 36000+3600+10; pay 2024-03-05 100}.
 *
 * <p>Due lines give principal, interest and fee; transactions are numbered T1, T2 and so on as they stand. Unless said
 * otherwise the currency is CNY and the contract rate 10 %: 36,000 of principal bear 10.00 a day under ACT/360.
 */
final class LoanText {

    private final List<Installment> schedule = new ArrayList<>();
    private final List<Transaction> transactions = new ArrayList<>();
    private CurrencyUnit currency = CurrencyUnit.CNY;
    private Rate rate = rate("0.1");
    private Optional<Rate> penaltyRate = Optional.empty();
    private Optional<LocalDate> acceleratedOn = Optional.empty();
    private Optional<String> manualClass = Optional.empty();
    private Optional<Long> principal = Optional.empty();
    private Optional<LocalDate> disbursedOn = Optional.empty();
    private Optional<LocalDate> maturesOn = Optional.empty();

    static LoanFacts facts(String cell) {
        LoanText text = new LoanText();
        for (String line : cell.split(";", -1)) {
            text.read(line.trim().split(" +", -1));
        }
        Loan loan = new Loan(
                "L1",
                "C1",
                "loan",
                text.currency,
                text.contract(),
                text.rate,
                text.penaltyRate,
                text.acceleratedOn,
                text.manualClass);
        return new LoanFacts(loan, text.schedule, text.transactions);
    }

    private void read(String[] words) {
        String txnNo = "T" + (transactions.size() + 1);
        switch (words[0]) {
            case "currency" -> currency = CurrencyUnit.of(words[1]).orElseThrow();
            case "rate" -> rate = rate(words[1]);
            case "penalty-rate" -> penaltyRate = Optional.of(rate(words[1]));
            case "accelerated" -> acceleratedOn = Optional.of(LocalDate.parse(words[1]));
            case "principal" -> principal = Optional.of(minor(words[1]));
            case "disbursed" -> disbursedOn = Optional.of(LocalDate.parse(words[1]));
            case "matures" -> maturesOn = Optional.of(LocalDate.parse(words[1]));
            case "nothing" -> {}
            case "class" -> manualClass = Optional.of(words[1]);
            case "due" -> due(words);
            case "pay" -> transactions.add(new Transaction.Payment(txnNo, LocalDate.parse(words[1]), minor(words[2])));
            case "waive" ->
                transactions.add(new Transaction.Waiver(
                        txnNo,
                        LocalDate.parse(words[1]),
                        minor(words[3]),
                        Component.valueOf(words[2].toUpperCase(Locale.ROOT))));
            case "reverse" -> transactions.add(new Transaction.Reversal(txnNo, LocalDate.parse(words[1]), 1, words[2]));
            default -> throw new IllegalArgumentException("not a line of a loan: " + String.join(" ", words));
        }
    }

    /** What was lent: unless said otherwise, what the schedule asks for, and dates it keeps. */
    private Loan.Contract contract() {
        Loan.Contract kept = Contracts.keptBy(schedule);
        return new Loan.Contract(
                principal.orElse(kept.principalMinor()),
                disbursedOn.orElse(kept.disbursedOn()),
                maturesOn.orElse(kept.maturesOn()));
    }

    private void due(String[] words) {
        String[] parts = words[2].split("\\+", -1);
        schedule.add(new Installment(
                schedule.size() + 1,
                LocalDate.parse(words[1]),
                SomeDues.owed(
                        minor(parts[0]),
                        parts.length > 1 ? minor(parts[1]) : 0,
                        parts.length > 2 ? minor(parts[2]) : 0)));
    }

    private long minor(String amount) {
        return Amounts.parse(amount, currency.digits()).orElseThrow();
    }

    private static Rate rate(String text) {
        return Rate.parse(text).orElseThrow();
    }
}
