package org.arrears.contact;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.arrears.core.loan.Loan;
import org.arrears.core.loan.LoanFacts;
import org.arrears.core.money.Rate;
import org.arrears.core.policy.DayRange;
import org.arrears.core.replay.Assessor;
import org.arrears.core.replay.Upcoming;
import org.arrears.db.KeyedRows;
import org.arrears.db.Keys;
import org.arrears.facts.Doubt;
import org.arrears.facts.Doubts;
import org.arrears.facts.LoanFactsStream;

/**
 * The debtors without arrears whose next due date lies some days ahead.
 *
 * <p>An assessment of a current loan runs out the day before its next due date, so the loans are found by an index;
 * what falls due is foretold by the replay itself, held credit included.
 */
final class DueSoonCases {

    private final DataSource dataSource;
    private final Assessor assessor;
    private final LocalDate asOf;
    private final Doubts doubts;

    DueSoonCases(DataSource dataSource, Assessor assessor, LocalDate asOf, Doubts doubts) {
        this.dataSource = dataSource;
        this.assessor = assessor;
        this.asOf = asOf;
        this.doubts = doubts;
    }

    /** Hands each debtor with the due dates within the days to the taker, by customer number. */
    void forEach(DayRange daysToDue, BiConsumer<DebtorCase.Contact, SortedMap<LocalDate, DebtorCase>> taker)
            throws SQLException {
        Map<String, Map<LocalDate, List<Account>>> byCustomer = new TreeMap<>(Keys::compare);
        String assessed = "assessment_on(DATE '" + asOf + "')";
        String window = assessed + " WHERE through_on BETWEEN DATE '" + asOf.plusDays(daysToDue.from() - 1L)
                + "' AND DATE '" + asOf.plusDays(daysToDue.to() - 1L) + "'";
        String inArrears = "SELECT customer_no FROM assessment WHERE as_of = DATE '" + asOf + "' AND past_due_days > 0";
        String loans = "SELECT loan_no FROM " + window + " AND past_due_days = 0" + " AND customer_no NOT IN ("
                + inArrears + ")";
        try (LoanFactsStream stream = new LoanFactsStream(dataSource, "loan_no IN (" + loans + ")");
                KeyedRows<Contract> contracts = contracts(loans)) {
            for (LoanFacts facts = stream.next(); facts != null; facts = stream.next()) {
                Optional<Upcoming> upcoming = assessor.upcoming(facts, asOf);
                Contract contract = contracts.rowsOf(facts.loan().loanNo()).get(0);
                if (upcoming.isPresent() && isWithin(upcoming.get(), daysToDue)) {
                    byCustomer
                            .computeIfAbsent(facts.loan().customerNo(), no -> new TreeMap<>())
                            .computeIfAbsent(upcoming.get().dueOn(), dueOn -> new ArrayList<>())
                            .add(account(facts.loan(), contract, upcoming.get()));
                }
            }
        }
        hand(byCustomer, "SELECT customer_no FROM " + window, taker);
    }

    private boolean isWithin(Upcoming upcoming, DayRange daysToDue) {
        return daysToDue.contains(Math.toIntExact(upcoming.dueOn().toEpochDay() - asOf.toEpochDay()));
    }

    private void hand(
            Map<String, Map<LocalDate, List<Account>>> byCustomer,
            String customers,
            BiConsumer<DebtorCase.Contact, SortedMap<LocalDate, DebtorCase>> taker)
            throws SQLException {
        try (KeyedRows<DebtorCase.Contact> contacts = DebtorCases.contacts(dataSource, customers);
                KeyedRows<DebtorCase.Sent> sent = DebtorCases.sent(dataSource, asOf, customers)) {
            for (Map.Entry<String, Map<LocalDate, List<Account>>> customer : byCustomer.entrySet()) {
                DebtorCase.Contact contact =
                        contacts.rowsOf(customer.getKey()).stream().findFirst().orElseThrow();
                List<DebtorCase.Sent> before = sent.rowsOf(customer.getKey());
                SortedMap<LocalDate, DebtorCase> byDueOn = new TreeMap<>();
                customer.getValue()
                        .forEach((dueOn, accounts) -> byDueOn.put(dueOn, new DebtorCase(contact, accounts, before)));
                taker.accept(contact, byDueOn);
            }
        }
    }

    /** What is known of a loan besides what falls due. */
    private record Contract(LocalDate contractOn, long principalBalance, Optional<Doubt> doubt) {}

    private KeyedRows<Contract> contracts(String loans) throws SQLException {
        return KeyedRows.of(
                dataSource,
                "SELECT loan_no, l.disbursed_on, a.principal_balance, " + doubts.about("a")
                        + " FROM loan l JOIN assessment_on(DATE '" + asOf
                        + "') a USING (loan_no) WHERE loan_no IN (" + loans + ") ORDER BY loan_no",
                (key, row) ->
                        new Contract(row.date(), row.bigint(), row.textOrEmpty().map(Doubt::of)));
    }

    private static Account account(Loan loan, Contract contract, Upcoming upcoming) {
        return new Account(
                loan.loanNo(),
                contract.contractOn(),
                loan.product(),
                loan.currency().code(),
                0,
                upcoming.dueOn(),
                upcoming.dueOn(),
                new Account.Amounts(contract.principalBalance(), upcoming.due(), 0),
                Rate.ZERO,
                Optional.empty(),
                contract.doubt());
    }
}
