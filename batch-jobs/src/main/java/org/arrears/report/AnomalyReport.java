package org.arrears.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.arrears.core.policy.AnomalyPolicy;
import org.arrears.core.policy.Policy;
import org.arrears.core.policy.Products;
import org.arrears.facts.AnomalyCounts;
import org.arrears.facts.AssessedDates;
import org.arrears.outbound.Column;
import org.arrears.outbound.FileLayout;
import org.arrears.print.Figures;
import org.arrears.print.report.Report;
import org.arrears.print.report.ReportPage;
import org.arrears.print.report.ReportPage.Row;
import org.arrears.print.report.ReportPage.Table;
import org.arrears.report.AnomalyRows.Line;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The report {@code anomalies}: what cannot be true of which account, and whether it keeps the account from action. */
final class AnomalyReport {

    private static final String NAME = "anomalies";

    static final ReportKind KIND = ReportKind.of(NAME, AnomalyReport::of);

    private static final int LISTED_FOR_PEOPLE = 1_000;
    private static final FileLayout LAYOUT = FileLayout.of(
            Column.text("loan_no"),
            Column.text("customer_no"),
            Column.text("product"),
            Column.currency("currency"),
            Column.count("dpd"),
            Column.text("anomaly"),
            Column.text("detail"),
            Column.text("held"));

    private static final List<String> FIELDS = LAYOUT.header();

    private final LocalDate asOf;
    private final AssessedDates.Under policy;
    private final List<String> held;
    private final List<AnomalyCounts.Count> counts;
    private final AnomalyRows rows;

    private AnomalyReport(JdbcClient jdbc, LocalDate asOf) {
        this.asOf = asOf;
        this.policy = new AssessedDates(jdbc).requireCurrent(asOf);
        AnomalyPolicy anomalies = policy.read().map(Policy::anomalies).orElse(AnomalyPolicy.DEFAULT);
        this.held = anomalies.heldCodes();
        this.counts = AnomalyCounts.of(jdbc, asOf, anomalies);
        this.rows = new AnomalyRows(jdbc, asOf);
    }

    /** Makes the report; its rows are read while it is written. */
    private static Report of(ReportRequest request) {
        AnomalyReport report = new AnomalyReport(request.jdbc(), request.asOf());
        return new Report(
                NAME, report.page(), new Report.Csv(LAYOUT, mapped(report.rows, report::cells)), report.json());
    }

    private List<String> cells(Line line) {
        return List.of(
                line.loanNo(),
                line.customerNo(),
                line.product(),
                line.currency(),
                Integer.toString(line.dpd()),
                line.anomaly(),
                line.detail(),
                held.contains(line.anomaly()) ? "yes" : "no");
    }

    private Map<String, Object> json() {
        Map<String, Object> json = new ReportHead(asOf, policy).json(NAME);
        json.put("hold", held);
        json.put("counts", counts.stream().map(AnomalyCounts.Count::entry).toList());
        json.put("rows", mapped(rows, this::entry));
        return json;
    }

    private Map<String, Object> entry(Line line) {
        Map<String, Object> entry = new LinkedHashMap<>();
        List<String> cells = cells(line);
        for (int i = 0; i < FIELDS.size(); i++) {
            entry.put(FIELDS.get(i), cells.get(i));
        }
        entry.put("dpd", line.dpd());
        return entry;
    }

    private ReportPage page() {
        List<Table> tables = new ArrayList<>();
        if (!counts.isEmpty()) {
            tables.add(new Table(
                    "By kind",
                    List.of("Anomaly", "Held", "Count", "Accounts"),
                    2,
                    counts.stream().map(AnomalyReport::counted).toList()));
            tables.add(new Table(
                    "Accounts", List.of("Loan", "Customer", "Product", "Anomaly", "Held", "What"), 6, listed()));
        }
        return new ReportPage("Anomalies " + asOf, new ReportHead(asOf, policy).facts(), tables, notes());
    }

    private static Row counted(AnomalyCounts.Count count) {
        return Row.of(
                "row",
                List.of(
                        count.anomaly(),
                        count.held() ? "yes" : "no",
                        Figures.grouped(count.count()),
                        Figures.grouped(count.accounts())));
    }

    private List<Row> listed() {
        List<Row> listed = new ArrayList<>();
        Products products = policy.products();
        Iterator<Line> lines = rows.iterator();
        while (lines.hasNext() && listed.size() < LISTED_FOR_PEOPLE) {
            List<String> cells = cells(lines.next());
            String product = products.nameOf(cells.get(2)).label();
            listed.add(Row.of(
                    "row", List.of(cells.get(0), cells.get(1), product, cells.get(5), cells.get(7), cells.get(6))));
        }
        return listed;
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.add("Held: the account gets no notice and goes to no agency until its facts change (facts-doubtful).");
        notes.add("Which anomalies hold an account is said by anomalies.hold of the policy.");
        long all = counts.stream().mapToLong(AnomalyCounts.Count::count).sum();
        if (all == 0) {
            notes.add("There is no anomaly on this date.");
        } else if (all > LISTED_FOR_PEOPLE) {
            notes.add("The first " + Figures.grouped(LISTED_FOR_PEOPLE) + " of " + Figures.grouped(all)
                    + " are listed here; CSV and JSON have all.");
        }
        return notes;
    }

    private static <A, B> Iterable<B> mapped(Iterable<A> from, Function<A, B> made) {
        return () -> {
            Iterator<A> all = from.iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return all.hasNext();
                }

                @Override
                public B next() {
                    return made.apply(all.next());
                }
            };
        };
    }
}
