package org.arrears.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.arrears.core.money.Dues;
import org.arrears.core.policy.Products;
import org.arrears.outbound.Column;
import org.arrears.outbound.FileLayout;
import org.arrears.print.Figures;
import org.arrears.print.Shares;
import org.arrears.print.report.Report;
import org.arrears.print.report.ReportPage;
import org.arrears.print.report.ReportPage.Cell;
import org.arrears.print.report.ReportPage.Row;
import org.arrears.print.report.ReportPage.Table;
import org.arrears.report.Ageing.Line;

/** The report {@code ageing}: what is owed by bucket, currency and product, and its share of the balance. */
final class AgeingReport {

    private static final String NAME = "ageing";

    static final ReportKind KIND = ReportKind.of(NAME, AgeingReport::of);

    private static final FileLayout LAYOUT = FileLayout.of(
                    Column.text("bucket"),
                    Column.currency("currency"),
                    Column.text("product"),
                    Column.count("accounts"),
                    Column.count("customers"),
                    Column.amount("overdue_principal"),
                    Column.amount("overdue_interest"),
                    Column.amount("overdue_fee"),
                    Column.amount("penalty"),
                    Column.amount("compound"),
                    Column.amount("total_overdue"),
                    Column.amount("principal_balance"),
                    Column.decimal("principal_balance_percent"))
            .summing("total_overdue");

    private static final List<String> FIELDS = LAYOUT.header();

    private static final List<String> COLUMNS = List.of(
            "Bucket",
            "Product",
            "Accounts",
            "Customers",
            "Principal",
            "Interest",
            "Fee",
            "Penalty",
            "Compound",
            "Total overdue",
            "Balance",
            "% of balance");

    private static final List<String> NOTES = List.of(
            "Principal, interest and fee are the overdue parts; balance is all unpaid principal, due or not.",
            "A customer with several loans counts once in every line and once in its sum, so customers do not add up.",
            "All other lines add up to their sums and to the run summary; that is checked before this is printed.");

    private final Ageing ageing;
    private final Map<Line, Long> shares = new HashMap<>();

    private AgeingReport(Ageing ageing) {
        this.ageing = ageing;
        for (Line total : ageing.totals()) {
            List<Line> lines = ageing.lines().stream()
                    .filter(line -> line.currency().equals(total.currency()))
                    .toList();
            List<Long> parts =
                    Shares.of(lines.stream().map(Line::principalBalance).toList());
            for (int i = 0; i < lines.size(); i++) {
                shares.put(lines.get(i), parts.get(i));
                shares.merge(total, parts.get(i), Long::sum);
            }
        }
        for (Line bucket : ageing.buckets()) {
            shares.put(
                    bucket,
                    ageing.lines().stream()
                            .filter(bucket::sumsUp)
                            .mapToLong(line -> shares.getOrDefault(line, 0L))
                            .sum());
        }
    }

    private static Report of(ReportRequest request) {
        AgeingReport report = new AgeingReport(Ageing.of(request.jdbc(), request.asOf()));
        return new Report(NAME, report.page(), report.csv(), report.json());
    }

    private String share(Line line) {
        return Figures.percent(shares.getOrDefault(line, 0L));
    }

    private List<String> amounts(Line line) {
        return Stream.concat(
                        Dues.LISTED.stream().map(part -> line.overdue().get(part)),
                        Stream.of(line.totalOverdue(), line.principalBalance()))
                .map(minor -> Figures.amount(minor, line.currency()))
                .toList();
    }

    private ReportPage page() {
        Products products = ageing.policy().products();
        List<Table> tables = new ArrayList<>();
        for (Line total : ageing.totals()) {
            List<Row> rows = new ArrayList<>();
            for (Line bucket : ageing.buckets()) {
                if (bucket.currency().equals(total.currency())) {
                    List<Line> details =
                            ageing.lines().stream().filter(bucket::sumsUp).toList();
                    details.forEach(line -> rows.add(row(
                            "row",
                            line.bucket(),
                            products.nameOf(line.product()).label(),
                            line)));
                    if (details.size() > 1) {
                        rows.add(row("sum", bucket.bucket(), "all", bucket));
                    }
                }
            }
            rows.add(row("total", "Total", "", total));
            tables.add(new Table(total.currency(), COLUMNS, 2, rows));
        }
        return new ReportPage("Ageing " + ageing.asOf(), ageing.head().facts(), tables, NOTES);
    }

    private Row row(String kind, String bucket, String product, Line line) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.of(bucket));
        cells.add(Cell.of(product));
        cells.add(Cell.of(Figures.grouped(line.accounts())));
        cells.add(Cell.of(Figures.grouped(line.customers())));
        amounts(line).forEach(amount -> cells.add(Cell.of(Figures.grouped(amount))));
        cells.add(new Cell(share(line), kind.equals("total") ? "plain" : "share", share(line)));
        return new Row(kind, cells);
    }

    private List<String> plain(Line line) {
        List<String> cells = new ArrayList<>(List.of(
                line.bucket(),
                line.currency(),
                line.product(),
                Long.toString(line.accounts()),
                Long.toString(line.customers())));
        cells.addAll(amounts(line));
        cells.add(share(line));
        return cells;
    }

    private Report.Csv csv() {
        return new Report.Csv(LAYOUT, ageing.lines().stream().map(this::plain).toList());
    }

    private Map<String, Object> json() {
        Map<String, Object> json = ageing.head().json(NAME);
        json.put("rows", ageing.lines().stream().map(this::entry).toList());
        json.put("buckets", ageing.buckets().stream().map(this::entry).toList());
        json.put("totals", ageing.totals().stream().map(this::entry).toList());
        return json;
    }

    private Map<String, Object> entry(Line line) {
        Map<String, Object> entry = new LinkedHashMap<>();
        List<String> cells = plain(line);
        for (int i = 0; i < FIELDS.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                entry.put(FIELDS.get(i), cells.get(i));
            }
        }
        entry.put("accounts", line.accounts());
        entry.put("customers", line.customers());
        return entry;
    }
}
