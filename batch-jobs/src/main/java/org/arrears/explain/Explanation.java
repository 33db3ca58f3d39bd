package org.arrears.explain;

import java.util.List;
import org.arrears.core.loan.Loan;
import org.arrears.core.replay.Derivation;
import org.arrears.print.Figures;

/**
 * An explanation in sections and tables, made once for every medium on which people read it.
 *
 * @param lines what stands under the title
 */
public record Explanation(String title, List<String> lines, List<Section> sections) {

    public Explanation {
        title = Visible.only(title);
        lines = Visible.only(lines);
        sections = List.copyOf(sections);
    }

    /** Puts it together in the order in which it is read out. */
    static Explanation of(Derivation derivation, AccountContext account) {
        Loan loan = derivation.assessment().loan();
        String product = account.products().nameOf(loan.product()).label();
        LoanFigures figures = new LoanFigures(loan.currency(), derivation.rates());
        return new Explanation(
                "Loan " + loan.loanNo() + " on " + Figures.day(derivation.asOf()),
                List.of(
                        "Customer " + loan.customerNo() + ", product " + product + ", amounts in "
                                + loan.currency().code()
                                + (account.askedBy().isEmpty() ? "" : "; asked by: " + account.askedBy()),
                        "Policy " + account.policyName() + ", sha256 " + account.policySha256()),
                List.of(
                        ResultSection.of(derivation, account, figures),
                        OutstandingSection.of(derivation, figures),
                        ScheduleSection.of(derivation, figures),
                        RateSection.of(derivation),
                        MovementSection.of(derivation, figures),
                        AccrualSection.of(derivation, figures),
                        DelinquencySection.of(derivation, figures),
                        NextDaySection.of(derivation, figures),
                        AccountSection.of(account, figures),
                        TermsSection.of(derivation.terms())));
    }

    /**
     * A chapter of the explanation.
     *
     * @param lines what stands before the tables
     */
    public record Section(String title, List<String> lines, List<Table> tables) {
        public Section {
            title = Visible.only(title);
            lines = Visible.only(lines);
            tables = List.copyOf(tables);
        }
    }

    /**
     * Rows under headings; without headings, pairs of a name and a value.
     *
     * @param caption may be empty
     * @param totals one cell a column, or none at all
     * @param notes what stands under it
     */
    public record Table(
            String caption, List<Column> columns, List<List<String>> rows, List<String> totals, List<String> notes) {
        public Table {
            caption = Visible.only(caption);
            columns = List.copyOf(columns);
            rows = rows.stream().map(Visible::only).toList();
            totals = Visible.only(totals);
            notes = Visible.only(notes);
            for (List<String> row : rows) {
                requireWidth(columns, row);
            }
            if (!totals.isEmpty()) {
                requireWidth(columns, totals);
            }
        }

        private static void requireWidth(List<Column> columns, List<String> row) {
            if (row.size() != columns.size()) {
                throw new IllegalStateException(row + " does not fit under " + columns);
            }
        }

        /** Pairs of a name and a value. */
        static Table pairs(List<List<String>> rows) {
            return new Table("", List.of(Column.left(""), Column.left("")), rows, List.of(), List.of());
        }

        /** Pairs of a name and an amount. */
        static Table amounts(List<List<String>> rows) {
            return new Table("", List.of(Column.left(""), Column.right("")), rows, List.of(), List.of());
        }

        static Table of(List<Column> columns, List<List<String>> rows, List<String> totals) {
            return new Table("", columns, rows, totals, List.of());
        }

        public boolean hasCaption() {
            return !caption.isEmpty();
        }

        public boolean hasRows() {
            return !rows.isEmpty();
        }

        public boolean hasTotals() {
            return !totals.isEmpty();
        }

        /** Says whether the column at an index stands right. */
        public boolean isRight(int column) {
            return columns.get(column).right();
        }

        /** Says whether any column has a heading. */
        public boolean hasHeadings() {
            return columns.stream().anyMatch(column -> !column.heading().isEmpty());
        }
    }

    /** A column of figures stands right, one of words left. */
    public record Column(String heading, boolean right) {
        static Column left(String heading) {
            return new Column(heading, false);
        }

        static Column right(String heading) {
            return new Column(heading, true);
        }
    }
}
