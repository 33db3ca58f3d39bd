package org.arrears.explain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.arrears.core.loan.Contracts;
import org.arrears.core.loan.Installment;
import org.arrears.core.loan.Loan;
import org.arrears.core.loan.LoanFacts;
import org.arrears.core.loan.Transaction.Payment;
import org.arrears.core.loan.Transaction.Reversal;
import org.arrears.core.loan.Transaction.Waiver;
import org.arrears.core.money.Component;
import org.arrears.core.money.CurrencyUnit;
import org.arrears.core.money.Rate;
import org.arrears.core.money.SomeDues;
import org.arrears.core.policy.AnomalyPolicy;
import org.arrears.core.policy.Products;
import org.arrears.core.replay.Assessor;
import org.arrears.core.replay.Derivation;
import org.arrears.core.replay.DerivationCases;

/** Loans whose explanations are kept as golden files. */
final class ExplainCases {

    /** A loan explained, with the folder of its golden files. */
    record Explained(String folder, LoanFacts facts, Derivation derivation, AccountContext account) {
        @Override
        public String toString() {
            return folder;
        }
    }

    private static final String SHA256 = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae";
    private static final String CONSUMER = """
            policy: consumer
            penalty: { multiple: 1.5, max-annual-rate: 0.24, compound: penalty }
            allocation: { from-dpd: [{ dpd: 91, components: [principal, interest, compound, penalty, fee] }] }
            buckets: { ranges: { M0: 0, M1: 1-30, M2: 31-60, M3: 61-90, M4: 91+ } }
            products:
              CASH: { penalty: { grace: { mode: deferred, days: 3 } } }
              CARD:
                due-dates: { roll: following }
                penalty: { compound: none, day-count: ACT/365F, grace: { mode: retroactive, days: 5 } }
                delinquency: { grace-days: 3, tolerance: 10 }
              SME:
                penalty: { basis: principal+interest, compound: none, day-count: 30E/360 }
                allocation: { order: component-first, components: [interest, principal, penalty, compound, fee] }
                delinquency: { counting: include-due-date }
            """;

    private static final Assessor ASSESSOR =
            new Assessor(DerivationCases.policy(CONSUMER), Set.of(date("2026-10-01"), date("2026-10-02")), Set.of());

    private static final long MOST = 1_000_000_000_000_000L;

    private ExplainCases() {}

    static Stream<Explained> all() {
        return Stream.of(
                twoOverdue("two-overdue", "2026-09-30"),
                twoOverdue("forecast", "2026-10-15"),
                graceOnACard(),
                acceleratedWithOddities(),
                nothingYet(),
                hugeAndHostile());
    }

    /** The example of the manual: two overdue, paid in part, waived in part, deferred grace, compound interest. */
    private static Explained twoOverdue(String folder, String on) {
        Loan loan = new Loan(
                "HT2026-0415",
                "C-20931",
                "CASH",
                CurrencyUnit.CNY,
                Contracts.over(407_000),
                Rate.parse("0.144").orElseThrow(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        List<Installment> schedule = List.of(
                installment(1, "2026-07-10", 100_000, 4_800, 0),
                installment(2, "2026-08-10", 101_200, 3_600, 500),
                installment(3, "2026-09-10", 102_414, 2_386, 0),
                installment(4, "2026-10-10", 103_386, 1_241, 0));
        LoanFacts facts = new LoanFacts(
                loan,
                schedule,
                List.of(
                        new Payment("P-1", date("2026-07-10"), 104_800),
                        new Payment("P-2", date("2026-08-25"), 60_000),
                        new Payment("P-3", date("2026-08-25"), 60_000),
                        new Reversal("R-1", date("2026-08-26"), 60_000, "P-3"),
                        new Waiver("W-1", date("2026-09-05"), 300, Component.PENALTY),
                        new Payment("P-4", date("2026-09-18"), 2_000)));
        return explained(
                folder,
                facts,
                on,
                account(
                        "2026-09-30",
                        51,
                        List.of(),
                        List.of(new AccountContext.Promise(
                                "PR-7",
                                date("2026-09-16"),
                                date("2026-09-20"),
                                50_000,
                                org.arrears.core.loan.Promise.State.BROKEN)),
                        List.of(
                                new AccountContext.Notice("N-881", "sms", "reminder", date("2026-08-12")),
                                new AccountContext.Notice("N-907", "letter", "first-letter", date("2026-08-26")))));
    }

    private static Explained graceOnACard() {
        Loan loan = new Loan(
                "CARD-1",
                "C-2",
                "CARD",
                new CurrencyUnit("JPY", 0),
                Contracts.over(150_000),
                Rate.parse("0.18").orElseThrow(),
                Optional.of(Rate.parse("0.2").orElseThrow()),
                Optional.empty(),
                Optional.of("关注"));
        LoanFacts facts = new LoanFacts(
                loan,
                List.of(
                        installment(1, "2026-08-29", 50_000, 750, 0),
                        installment(2, "2026-10-01", 50_000, 600, 120),
                        installment(3, "2026-11-01", 50_000, 450, 0)),
                List.of(
                        new Payment("A", date("2026-09-03"), 60_000),
                        new Payment("B", date("2026-10-07"), 41_000),
                        new Payment("C", date("2026-12-01"), 500)));
        return explained(
                "card-in-grace", facts, "2026-10-08", account("2026-10-08", 0, List.of(), List.of(), List.of()));
    }

    private static Explained acceleratedWithOddities() {
        Loan loan = new Loan(
                "SME-9",
                "C-3",
                "SME",
                CurrencyUnit.CNY,
                new Loan.Contract(14_000_000, date("2026-02-01"), date("2026-07-31")),
                Rate.parse("0.18").orElseThrow(),
                Optional.empty(),
                Optional.of(date("2026-05-20")),
                Optional.of("可疑"));
        LoanFacts facts = new LoanFacts(
                loan,
                List.of(
                        installment(1, "2026-01-31", 5_000_000, 900_000, 10_000),
                        installment(2, "2026-04-30", 5_000_000, 600_000, 10_000),
                        installment(3, "2026-07-31", 5_000_000, 300_000, 10_000)),
                List.of(
                        new Payment("1", date("2026-01-15"), 6_000_000),
                        new Payment("2", date("2026-05-31"), 1_000_000),
                        new Waiver("3", date("2026-06-01"), 5_000_000, Component.PENALTY),
                        new Reversal("4", date("2026-06-02"), 1, "999"),
                        new Payment("5", date("2026-08-10"), 2_500_000)));
        AccountContext account = new AccountContext(
                date("2026-08-31"),
                "Compliance auditor",
                "consumer",
                SHA256,
                Products.NONE,
                AnomalyPolicy.DEFAULT,
                124,
                List.of(new AccountContext.OpenReject(
                        "transactions", "T-8", "unknown-code", "transactions-0830.csv", 17, date("2026-08-30"))),
                List.of(new AccountContext.Hold(
                        "H-1", "customer", "dispute", date("2026-08-01"), Optional.empty(), "sms;letter")),
                List.of(),
                List.of(),
                List.of(
                        new AccountContext.Placement(
                                "north",
                                date("2026-06-10"),
                                Optional.of(date("2026-07-10")),
                                Optional.of("term-ended")),
                        new AccountContext.Placement("south", date("2026-07-11"), Optional.empty(), Optional.empty())));
        return new Explained("accelerated", facts, ASSESSOR.explain(facts, date("2026-08-31")), account);
    }

    private static Explained nothingYet() {
        Loan plain = plain("NEW-1", "CASH", 100_000);
        Loan calledInLater = new Loan(
                plain.loanNo(),
                plain.customerNo(),
                plain.product(),
                plain.currency(),
                plain.contract(),
                plain.annualRate(),
                Optional.empty(),
                Optional.of(date("2026-10-20")),
                Optional.empty());
        LoanFacts facts =
                new LoanFacts(calledInLater, List.of(installment(1, "2026-12-01", 100_000, 1_000, 0)), List.of());
        return explained("nothing-yet", facts, "2026-09-30", account("2026-09-30", 0, List.of(), List.of(), List.of()));
    }

    /** The largest amounts, and names that attack the page and the screen. */
    private static Explained hugeAndHostile() {
        Loan loan = plain("<b>&\"'\u001b[31m", "#set($x=1)$x", MOST);
        LoanFacts facts = new LoanFacts(
                loan,
                List.of(installment(1, "2026-08-10", MOST, MOST / 10, MOST / 100)),
                List.of(new Payment("<script>alert(1)</script>", date("2026-09-01"), MOST / 2)));
        AccountContext.Hold hold = new AccountContext.Hold(
                "H\u202e", "loan", "<img src=x onerror=alert(1)>", date("2026-09-01"), Optional.empty(), "all");
        return explained(
                "huge-and-hostile",
                facts,
                "2026-09-30",
                account("2026-09-30", 51, List.of(hold), List.of(), List.of()));
    }

    private static Loan plain(String loanNo, String product, long principal) {
        return new Loan(
                loanNo,
                "C-4",
                product,
                CurrencyUnit.CNY,
                Contracts.over(principal),
                Rate.parse("0.12").orElseThrow(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static AccountContext account(
            String businessDate,
            int customerDpd,
            List<AccountContext.Hold> holds,
            List<AccountContext.Promise> promises,
            List<AccountContext.Notice> notices) {
        return new AccountContext(
                date(businessDate),
                "Collections clerk",
                "consumer",
                SHA256,
                Products.NONE,
                AnomalyPolicy.DEFAULT,
                customerDpd,
                List.of(),
                holds,
                promises,
                notices,
                List.of());
    }

    private static Explained explained(String folder, LoanFacts facts, String on, AccountContext account) {
        return new Explained(folder, facts, ASSESSOR.explain(facts, date(on)), account);
    }

    private static Installment installment(int seq, String dueOn, long principal, long interest, long fee) {
        return new Installment(seq, date(dueOn), SomeDues.owed(principal, interest, fee));
    }

    private static LocalDate date(String iso) {
        return LocalDate.parse(iso);
    }
}
