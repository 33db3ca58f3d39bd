package org.arrears.contact;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.arrears.core.contact.Account;
import org.arrears.core.contact.Debtor;
import org.arrears.core.contact.DueDate;
import org.arrears.core.contact.Recipient;
import org.arrears.core.loan.Doubt;
import org.arrears.core.loan.Loan;
import org.arrears.core.loan.LoanFacts;
import org.arrears.core.money.Rate;
import org.arrears.core.policy.DayRange;
import org.arrears.core.replay.Assessor;
import org.arrears.core.replay.Upcoming;
import org.arrears.db.KeyedRows;
import org.arrears.db.Keys;
import org.arrears.facts.Doubts;
import org.arrears.facts.HoldRows;
import org.arrears.facts.LoanFactsStream;
import org.arrears.run.KeyRange;
import org.jspecify.annotations.Nullable;

/**
 * The debtors without arrears whose next due date lies some days ahead. What falls due is foretold by the replay
 * itself, held credit included; it is replayed for some debtors at a time, so that memory holds no more than these.
 */
final class DebtorsDueSoon implements DebtorSource {

    private static final int PAGE = 1_000;

    private final DataSource dataSource;
    private final Assessor assessor;
    private final LocalDate asOf;
    private final DayRange daysToDue;
    private final DebtorRows debtors;
    private final KeyedRows<Contract> contracts;
    private final Deque<Debtor> page = new ArrayDeque<>();
    private @Nullable Contract ahead;

    DebtorsDueSoon(DataSource dataSource, DueSoon dueSoon, LocalDate asOf, Doubts doubts, KeyRange customers)
            throws SQLException {
        this.dataSource = dataSource;
        this.assessor = dueSoon.assessor();
        this.asOf = asOf;
        this.daysToDue = dueSoon.daysToDue();
        String loans = new LoansOfDebtors(asOf, customers).dueWithin(daysToDue);
        this.debtors = new DebtorRows(dataSource, asOf, loans);
        this.contracts = KeyedRows.of(
                dataSource,
                "SELECT a.customer_no, a.loan_no, l.disbursed_on, a.principal_balance, " + doubts.about("a")
                        + " FROM (" + loans + ") a JOIN loan l USING (loan_no)"
                        + " ORDER BY a.customer_no, a.loan_no",
                (key, row) -> new Contract(
                        key,
                        row.text(),
                        row.date(),
                        row.bigint(),
                        row.textOrEmpty().map(Doubt::of)));
        this.ahead = contracts.next();
    }

    /** What is known of a loan besides what falls due. */
    private record Contract(
            String customerNo, String loanNo, LocalDate contractOn, long principalBalance, Optional<Doubt> doubt) {}

    @Override
    public @Nullable Debtor next() throws SQLException {
        while (page.isEmpty() && ahead != null) {
            readPage();
        }
        return page.poll();
    }

    private void readPage() throws SQLException {
        Map<String, List<Contract>> byCustomer = new TreeMap<>(Keys::compare);
        while (ahead != null && (byCustomer.size() < PAGE || byCustomer.containsKey(ahead.customerNo))) {
            byCustomer
                    .computeIfAbsent(ahead.customerNo, no -> new ArrayList<>())
                    .add(ahead);
            ahead = contracts.next();
        }
        Map<String, Foretold> byLoan = foretold(byCustomer);
        for (Map.Entry<String, List<Contract>> customer : byCustomer.entrySet()) {
            Recipient recipient = debtors.recipient(customer.getKey()).orElseThrow();
            List<DueDate> upcoming = upcoming(recipient, customer.getValue(), byLoan);
            if (!upcoming.isEmpty()) {
                page.add(Debtor.dueSoon(recipient, upcoming, debtors.sent(recipient.customerNo())));
            }
        }
    }

    /** What a loan owes next. */
    private record Foretold(Loan loan, Upcoming upcoming) {}

    private Map<String, Foretold> foretold(Map<String, List<Contract>> byCustomer) throws SQLException {
        String loans = byCustomer.values().stream()
                .flatMap(List::stream)
                .map(contract -> Keys.literal(contract.loanNo))
                .collect(Collectors.joining(","));
        Map<String, Foretold> byLoan = new HashMap<>();
        try (LoanFactsStream stream = new LoanFactsStream(dataSource, "loan_no IN (" + loans + ")")) {
            for (LoanFacts facts = stream.next(); facts != null; facts = stream.next()) {
                Loan loan = facts.loan();
                assessor.upcoming(facts, asOf)
                        .filter(this::isNear)
                        .ifPresent(upcoming -> byLoan.put(loan.loanNo(), new Foretold(loan, upcoming)));
            }
        }
        return byLoan;
    }

    private boolean isNear(Upcoming upcoming) {
        return daysToDue.contains(Math.toIntExact(upcoming.dueOn().toEpochDay() - asOf.toEpochDay()));
    }

    private List<DueDate> upcoming(Recipient recipient, List<Contract> contracts, Map<String, Foretold> byLoan)
            throws SQLException {
        HoldRows.OfDebtor holds = debtors.holds(recipient.customerNo());
        Map<LocalDate, List<Account>> byDueOn = new TreeMap<>();
        for (Contract contract : contracts) {
            Optional.ofNullable(byLoan.get(contract.loanNo))
                    .ifPresent(
                            foretold -> byDueOn.computeIfAbsent(foretold.upcoming.dueOn(), dueOn -> new ArrayList<>())
                                    .add(account(contract, foretold).stoppedBy(holds.of(contract.loanNo), List.of())));
        }
        return byDueOn.entrySet().stream()
                .map(day -> new DueDate(day.getKey(), day.getValue()))
                .toList();
    }

    private static Account account(Contract contract, Foretold foretold) {
        Upcoming upcoming = foretold.upcoming;
        return new Account(
                contract.loanNo,
                contract.contractOn,
                foretold.loan.product(),
                foretold.loan.currency().code(),
                0,
                upcoming.dueOn(),
                upcoming.dueOn(),
                new Account.Amounts(contract.principalBalance, upcoming.due(), 0),
                Rate.ZERO,
                List.of(),
                List.of(),
                contract.doubt);
    }

    @Override
    public void close() throws SQLException {
        debtors.close();
        contracts.close();
    }
}
