package org.arrears.core.replay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.arrears.core.loan.Contracts;
import org.arrears.core.loan.Installment;
import org.arrears.core.loan.Loan;
import org.arrears.core.loan.LoanFacts;
import org.arrears.core.loan.Transaction;
import org.arrears.core.money.Component;
import org.arrears.core.money.CurrencyUnit;
import org.arrears.core.money.Rate;
import org.arrears.core.money.SomeDues;

/** Draws loans with their schedules and histories, the odd ones more often than life does. */
final class RandomFacts {

    static final LocalDate EPOCH = LocalDate.of(2023, 12, 25);
    private static final int SPAN_DAYS = 430;

    private final SplittableRandom random;
    private final List<Installment> schedule = new ArrayList<>();
    private final List<Transaction> transactions = new ArrayList<>();
    private final long scale;

    RandomFacts(SplittableRandom random) {
        this.random = random;
        this.scale = List.of(100L, 10_000L, 1_000_000L, 500_000_000L, 100_000_000_000L)
                .get(random.nextInt(5));
    }

    LoanFacts draw() {
        drawSchedule();
        int count = random.nextInt(10);
        for (int i = 0; i < count; i++) {
            drawTransaction();
        }
        if (random.nextInt(6) == 0) {
            forgiveTheContractualPart(date());
        }
        return new LoanFacts(loan(), schedule, transactions);
    }

    /** A date near the loan's life: often one on which something happens, else any. */
    LocalDate date() {
        int kind = random.nextInt(10);
        if (kind < 3 && !schedule.isEmpty()) {
            Installment near = schedule.get(random.nextInt(schedule.size()));
            return near.dueOn().plusDays(random.nextInt(5) - 1);
        }
        if (kind < 6 && !transactions.isEmpty()) {
            Transaction near = transactions.get(random.nextInt(transactions.size()));
            return near.valueOn().plusDays(random.nextInt(3) - 1);
        }
        return EPOCH.plusDays(random.nextInt(SPAN_DAYS));
    }

    private Loan loan() {
        return new Loan(
                "L1",
                "C1",
                random.nextBoolean() ? RandomPolicy.OWN_PRODUCT : "other",
                CurrencyUnit.of(List.of("CNY", "JPY", "KWD").get(random.nextInt(3)))
                        .orElseThrow(),
                contract(),
                rate(),
                random.nextInt(4) == 0 ? Optional.of(rate()) : Optional.empty(),
                random.nextInt(4) == 0 ? Optional.of(date()) : Optional.empty(),
                random.nextInt(5) == 0 ? Optional.of("C" + random.nextInt(7)) : Optional.empty());
    }

    /** Mostly one that the schedule keeps. */
    private Loan.Contract contract() {
        Loan.Contract kept = Contracts.keptBy(schedule);
        long sum = kept.principalMinor();
        return new Loan.Contract(
                random.nextInt(3) > 0 ? sum : random.nextLong(2 * sum + 2),
                random.nextInt(3) > 0 ? kept.disbursedOn() : date(),
                random.nextInt(3) > 0 ? kept.maturesOn() : date());
    }

    private Rate rate() {
        String decimals = Integer.toString(100_000_000 + random.nextInt(50_000_000));
        String text = List.of("0.072", "0.05", "0.18", "0", "1", "0.00000001", "0." + decimals.substring(1))
                .get(random.nextInt(7));
        return Rate.parse(text).orElseThrow();
    }

    private void drawSchedule() {
        int count = random.nextInt(9);
        LocalDate first = EPOCH.plusDays(random.nextInt(60));
        int rhythm = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            LocalDate due = switch (rhythm) {
                case 0 -> first.plusMonths(i);
                case 1 -> first.plusDays(7L * i);
                case 2 -> first.plusMonths(1).withDayOfMonth(1).minusDays(1).plusMonths(i);
                default -> first.plusDays(random.nextInt(40));
            };
            schedule.add(new Installment(
                    i + 1, due, SomeDues.owed(amountOrZero(), amountOrZero() / 20, amountOrZero() / 50)));
        }
        if (random.nextInt(3) == 0) {
            shuffle(schedule);
        }
    }

    private long amountOrZero() {
        return random.nextInt(6) == 0 ? 0 : amount();
    }

    private long amount() {
        return 1 + random.nextLong(scale);
    }

    private void drawTransaction() {
        String txnNo = unusedNo();
        LocalDate on = date();
        int kind = random.nextInt(20);
        if (random.nextInt(12) == 0) {
            sameAgain(txnNo);
            return;
        }
        if (kind < 12) {
            transactions.add(new Transaction.Payment(txnNo, on, paid()));
        } else if (kind < 16) {
            Component component = List.of(Component.values()).get(random.nextInt(5));
            transactions.add(new Transaction.Waiver(txnNo, on, 1 + paid() / (1 + random.nextInt(50)), component));
        } else {
            transactions.add(new Transaction.Reversal(txnNo, on, amount(), target()));
        }
    }

    /** A payment once more under another number, as a file sent twice with new numbers brings it. */
    private void sameAgain(String txnNo) {
        List<Transaction> payments = transactions.stream()
                .filter(Transaction.Payment.class::isInstance)
                .toList();
        if (!payments.isEmpty()) {
            Transaction first = payments.get(random.nextInt(payments.size()));
            transactions.add(new Transaction.Payment(txnNo, first.valueOn(), first.amountMinor()));
        }
    }

    /** Waives principal, interest and fee, so that only penalty and compound are left. */
    private void forgiveTheContractualPart(LocalDate on) {
        for (Component component : List.of(Component.PRINCIPAL, Component.INTEREST, Component.FEE)) {
            transactions.add(new Transaction.Waiver(unusedNo(), on, scale * 9, component));
        }
    }

    private String unusedNo() {
        String drawn = "T" + random.nextInt(40);
        boolean used = transactions.stream().anyMatch(other -> other.txnNo().equals(drawn));
        return used ? unusedNo() : drawn;
    }

    /** Any amount, exactly an installment, or far too much. */
    private long paid() {
        int kind = random.nextInt(8);
        if (kind < 3 && !schedule.isEmpty()) {
            Installment some = schedule.get(random.nextInt(schedule.size()));
            long owed = some.owed().total();
            return Math.max(1, owed + random.nextInt(3) - 1);
        }
        return kind == 3 ? scale * 3 : amount();
    }

    /** Mostly a transaction of this loan, whatever its kind and date; sometimes one that is not there. */
    private String target() {
        if (transactions.isEmpty() || random.nextInt(5) == 0) {
            return "T" + random.nextInt(40);
        }
        return transactions.get(random.nextInt(transactions.size())).txnNo();
    }

    private <T> void shuffle(List<T> list) {
        for (int i = list.size() - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            T swapped = list.get(i);
            list.set(i, list.get(j));
            list.set(j, swapped);
        }
    }
}
