package org.arrears.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.arrears.facts.AssessedDates;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;
import org.arrears.outbound.Column;
import org.arrears.outbound.FileLayout;
import org.arrears.print.Figures;
import org.arrears.print.Shares;
import org.arrears.print.report.Report;
import org.arrears.print.report.ReportPage;
import org.arrears.print.report.ReportPage.Cell;
import org.arrears.print.report.ReportPage.Fact;
import org.arrears.print.report.ReportPage.Row;
import org.arrears.print.report.ReportPage.Table;
import org.arrears.report.RollRate.Direction;
import org.arrears.report.RollRate.Move;

/** The report {@code roll-rate}: which share of each bucket's accounts and balance moved where. */
final class RollRateReport {

    private static final String NAME = "roll-rate";

    static final ReportKind KIND = ReportKind.of(NAME, RollRateReport::of).comparing();

    private static final FileLayout LAYOUT = FileLayout.of(
            Column.currency("currency"),
            Column.text("from_bucket"),
            Column.text("to_bucket"),
            Column.text("movement"),
            Column.count("accounts"),
            Column.decimal("accounts_percent"),
            Column.amount("principal_balance_before"),
            Column.amount("principal_balance_now"),
            Column.decimal("principal_balance_percent"));

    private static final List<String> FIELDS = LAYOUT.header();

    private static final List<String> COLUMNS =
            List.of("From", "To", "Movement", "Accounts", "%", "Balance before", "Balance now", "% of balance");

    private static final List<String> NOTES = List.of(
            "Percentages are of the bucket moved from: of its accounts, and of its balance before.",
            "New accounts were not there at the earlier date; settled ones are not there any more.",
            "Accounts and balances add up to the ageing of both dates; that is checked before this is printed.");

    private final RollRate rollRate;
    private final Map<Move, Long> accountShares = new HashMap<>();
    private final Map<Move, Long> balanceShares = new HashMap<>();

    private RollRateReport(RollRate rollRate) {
        this.rollRate = rollRate;
        for (Move first : rollRate.moves()) {
            List<Move> origin = rollRate.moves().stream()
                    .filter(move -> move.currency().equals(first.currency())
                            && move.fromBucket().equals(first.fromBucket()))
                    .toList();
            share(origin, Move::accounts, accountShares);
            share(origin, Move::balanceBefore, balanceShares);
        }
    }

    private static void share(List<Move> origin, ToLongFunction<Move> figure, Map<Move, Long> shares) {
        List<Long> parts = Shares.of(origin.stream().map(figure::applyAsLong).toList());
        for (int i = 0; i < origin.size(); i++) {
            shares.put(origin.get(i), parts.get(i));
        }
    }

    private static Report of(ReportRequest request) {
        new AssessedDates(request.jdbc()).require(request.asOf());
        LocalDate earlier = request.earlier()
                .orElseThrow(() -> new ArrearsException(
                        FailureKind.INPUT_REFUSED,
                        "no date before " + request.asOf() + " has been assessed: a roll rate needs two"));
        RollRateReport report = new RollRateReport(RollRate.of(request.jdbc(), earlier, request.asOf()));
        return new Report(NAME, report.page(), report.csv(), report.json());
    }

    private ReportPage page() {
        List<Fact> facts = new ArrayList<>(rollRate.head().facts());
        facts.add(1, new Fact("Compared with", rollRate.from().toString()));
        List<Table> tables = new ArrayList<>();
        for (String currency :
                rollRate.moves().stream().map(Move::currency).distinct().toList()) {
            List<Move> moves = rollRate.moves().stream()
                    .filter(move -> move.currency().equals(currency))
                    .toList();
            tables.add(matrix(currency, moves));
            tables.add(list(currency, moves));
        }
        return new ReportPage("Roll rate " + rollRate.from() + " to " + rollRate.asOf(), facts, tables, NOTES);
    }

    /** Accounts by bucket before (down) and now (across). */
    private Table matrix(String currency, List<Move> moves) {
        List<String> origins = buckets(moves.stream().map(Move::fromBucket), true);
        List<String> goals = buckets(moves.stream().map(Move::toBucket), false);
        List<String> columns = new ArrayList<>(List.of("From \\ to"));
        goals.forEach(goal -> columns.add(goal.equals(RollRate.NONE) ? "settled" : goal));
        columns.add("Total");
        List<Row> rows = new ArrayList<>();
        for (String origin : origins) {
            List<Cell> cells = new ArrayList<>(List.of(Cell.of(origin.equals(RollRate.NONE) ? "new" : origin)));
            goals.forEach(goal -> cells.add(moves.stream()
                    .filter(move ->
                            move.fromBucket().equals(origin) && move.toBucket().equals(goal))
                    .findFirst()
                    .map(this::shaded)
                    .orElse(Cell.of(""))));
            cells.add(total(moves.stream().filter(move -> move.fromBucket().equals(origin))));
            rows.add(new Row("row", cells));
        }
        List<Cell> sums = new ArrayList<>(List.of(Cell.of("Total")));
        goals.forEach(goal ->
                sums.add(total(moves.stream().filter(move -> move.toBucket().equals(goal)))));
        sums.add(total(moves.stream()));
        rows.add(new Row("total", sums));
        return new Table(currency + " accounts, from bucket (down) to bucket (across)", columns, 1, rows);
    }

    private List<String> buckets(Stream<String> names, boolean noneFirst) {
        List<String> known = new ArrayList<>(names.distinct()
                .filter(name -> !name.equals(RollRate.NONE))
                .sorted(rollRate.gravity())
                .toList());
        known.add(noneFirst ? 0 : known.size(), RollRate.NONE);
        return known;
    }

    private Cell shaded(Move move) {
        String tone = switch (rollRate.direction(move)) {
            case NEW -> "plain";
            case SAME -> "same";
            case SETTLED, BETTER -> "better";
            case WORSE -> "worse";
        };
        return new Cell(Figures.grouped(move.accounts()), tone, Figures.percent(accountShares.getOrDefault(move, 0L)));
    }

    private static Cell total(Stream<Move> moves) {
        return Cell.of(Figures.grouped(moves.mapToLong(Move::accounts).sum()));
    }

    private Table list(String currency, List<Move> moves) {
        List<Row> rows = new ArrayList<>();
        for (Move move : moves) {
            List<String> plain = plain(move);
            rows.add(Row.of(
                    "row",
                    List.of(
                            move.fromBucket(),
                            move.toBucket(),
                            plain.get(3),
                            Figures.grouped(move.accounts()),
                            plain.get(5),
                            Figures.grouped(plain.get(6)),
                            Figures.grouped(plain.get(7)),
                            plain.get(8))));
        }
        rows.add(Row.of(
                "total",
                List.of(
                        "Total",
                        "",
                        "",
                        Figures.grouped(moves.stream().mapToLong(Move::accounts).sum()),
                        "",
                        sum(currency, moves, Move::balanceBefore),
                        sum(currency, moves, Move::balanceNow),
                        "")));
        return new Table(currency + " movements", COLUMNS, 3, rows);
    }

    private static String sum(String currency, List<Move> moves, ToLongFunction<Move> figure) {
        long sum = moves.stream().mapToLong(figure).reduce(0, Math::addExact);
        return Figures.grouped(Figures.amount(sum, currency));
    }

    /** Returns the cells of a CSV row; a new account has no percentage, it left no bucket. */
    private List<String> plain(Move move) {
        boolean fresh = rollRate.direction(move) == Direction.NEW;
        return List.of(
                move.currency(),
                move.fromBucket(),
                move.toBucket(),
                rollRate.direction(move).name().toLowerCase(Locale.ROOT),
                Long.toString(move.accounts()),
                fresh ? "" : Figures.percent(accountShares.getOrDefault(move, 0L)),
                Figures.amount(move.balanceBefore(), move.currency()),
                Figures.amount(move.balanceNow(), move.currency()),
                fresh ? "" : Figures.percent(balanceShares.getOrDefault(move, 0L)));
    }

    private Report.Csv csv() {
        return new Report.Csv(LAYOUT, rollRate.moves().stream().map(this::plain).toList());
    }

    private Map<String, Object> json() {
        Map<String, Object> json = rollRate.head().json(NAME);
        json.put("from", rollRate.from().toString());
        json.put("rows", rollRate.moves().stream().map(this::entry).toList());
        return json;
    }

    private Map<String, Object> entry(Move move) {
        Map<String, Object> entry = new LinkedHashMap<>();
        List<String> cells = plain(move);
        for (int i = 0; i < FIELDS.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                entry.put(FIELDS.get(i), cells.get(i));
            }
        }
        entry.put("accounts", move.accounts());
        return entry;
    }
}
