package org.arrears.core.replay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.arrears.core.loan.Installment;
import org.arrears.core.loan.Loan;
import org.arrears.core.loan.LoanFacts;
import org.arrears.core.loan.Transaction;
import org.arrears.core.money.Component;
import org.arrears.core.money.CurrencyUnit;
import org.arrears.core.money.Dues;
import org.arrears.core.money.Rate;

/** A seeded portfolio in the mix of the benchmarks: 12 installments, about 5 payments, one loan in ten overdue. */
final class DefaultMix {

    static final LocalDate AS_OF = LocalDate.of(2026, 9, 29);

    private static final List<String> PRODUCTS = List.of("MORTGAGE", "CARD", "AUTO", "SME", "CONSUMER");
    private static final int INSTALLMENTS = 12;

    private final Random dice;

    private DefaultMix(long seed) {
        this.dice = new Random(seed);
    }

    static List<LoanFacts> loans(int count, long seed) {
        DefaultMix mix = new DefaultMix(seed);
        List<LoanFacts> loans = new ArrayList<>(count);
        for (int number = 0; number < count; number++) {
            loans.add(mix.loan(number));
        }
        return loans;
    }

    private LoanFacts loan(int number) {
        int due = 3 + dice.nextInt(6);
        List<Installment> schedule = schedule(due);
        long principal = Dues.sum(schedule, Installment::owed).principal();
        Loan loan = new Loan(
                "LN%010d".formatted(number),
                "C%08d".formatted(number),
                PRODUCTS.get(dice.nextInt(PRODUCTS.size())),
                CurrencyUnit.CNY,
                new Loan.Contract(principal, AS_OF.minusYears(1), AS_OF.plusYears(1)),
                Rate.parse("0.%03d".formatted(40 + dice.nextInt(140))).orElseThrow(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        int missed = dice.nextInt(10) == 0 ? 1 + dice.nextInt(due) : 0;
        return new LoanFacts(loan, schedule, payments(schedule.subList(0, due - missed), number));
    }

    private List<Installment> schedule(int due) {
        LocalDate last = AS_OF.minusDays(1 + dice.nextInt(27));
        List<Installment> schedule = new ArrayList<>();
        for (int seq = 1; seq <= INSTALLMENTS; seq++) {
            long principal = 20_000 + dice.nextInt(500_000);
            Dues owed = Dues.of(Component.PRINCIPAL, principal)
                    .with(Component.INTEREST, principal / 12)
                    .with(Component.FEE, seq % 4 * 100L);
            schedule.add(new Installment(seq, last.plusMonths(seq - due), owed));
        }
        return schedule;
    }

    /** Each on its day, or some days late with more than the penalty, of which the rest is held for the next. */
    private List<Transaction> payments(List<Installment> paid, int number) {
        List<Transaction> payments = new ArrayList<>();
        for (Installment installment : paid) {
            int late = dice.nextInt(8) == 0 ? 1 + dice.nextInt(20) : 0;
            LocalDate on = earlier(installment.dueOn().plusDays(late), AS_OF);
            long due = installment.owed().total();
            long amount = late > 0 ? due + due / 50 + 1 : due;
            payments.add(new Transaction.Payment("T%010d-%d".formatted(number, installment.seq()), on, amount));
        }
        return payments;
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }
}
