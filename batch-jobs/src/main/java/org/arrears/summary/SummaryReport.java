package org.arrears.summary;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.arrears.facts.AssessedDates;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;
import org.arrears.outbound.Column;
import org.arrears.outbound.FileLayout;
import org.arrears.print.Figures;
import org.arrears.print.report.Report;
import org.arrears.print.report.ReportPage;
import org.arrears.print.report.ReportPage.Fact;
import org.arrears.print.report.ReportPage.Row;
import org.arrears.print.report.ReportPage.Table;
import org.arrears.run.RunEnd;
import org.arrears.run.RunRecord;
import org.arrears.run.RunTable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The report {@code summary}: what the run of a date did, without durations and attempts, so that the same run gives
 * the same bytes.
 */
public final class SummaryReport {

    /** What it is asked for by. */
    public static final String NAME = "summary";

    private static final FileLayout LAYOUT = FileLayout.of(
            Column.text("section"),
            Column.text("name"),
            Column.text("currency"),
            Column.text("measure"),
            Column.text("value"));
    private static final Set<String> NAMES = Set.of("name", "bucket", "currency", "channel", "stage", "reason");
    private static final Set<String> LEFT_OUT = Set.of("kind", "sha256", "mapping_sha256", "cleared", "sums");

    private static final List<Section> SECTIONS = List.of(
            new Section("files", "Input files", NAMES),
            new Section("totals", "Control totals", NAMES),
            new Section("buckets", "Accounts by bucket", NAMES),
            new Section("notices", "Notices", NAMES),
            new Section("suppressed", "Not contacted, by reason", NAMES));

    private final DataSource dataSource;
    private final RunEnd.ExitCodes exitCodes;

    public SummaryReport(DataSource dataSource, RunEnd.ExitCodes exitCodes) {
        this.dataSource = dataSource;
        this.exitCodes = exitCodes;
    }

    /** A table: which entries of the run record it shows, and which of their fields are names. */
    private record Section(String key, String caption, Set<String> names) {}

    private static List<Section> sections(RunSummary summary) {
        List<Section> sections = new ArrayList<>(SECTIONS);
        summary.notes()
                .forEach(note -> sections.add(new Section(note.key(), note.caption(), Set.copyOf(note.names()))));
        return sections;
    }

    /** Summarises the latest nightly run of a date that was completed, or the latest other one. */
    public Report of(LocalDate asOf) {
        JdbcClient jdbc = JdbcClient.create(dataSource);
        new AssessedDates(jdbc).require(asOf);
        String runId = jdbc.sql("""
                        SELECT run_id FROM run WHERE as_of = ? AND status = 'completed'
                        ORDER BY job = 'nightly' DESC, run_no DESC, started_at DESC LIMIT 1
                        """)
                .params(asOf)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new ArrearsException(
                        FailureKind.INPUT_REFUSED,
                        "no run for " + asOf + " was completed: run arrears nightly --as-of " + asOf + " first"));
        return ofRun(runId);
    }

    /** Summarises a run, also one that is about to complete. */
    public Report ofRun(String runId) {
        RunRecord record = new RunTable(dataSource).find(runId).orElseThrow();
        RunSummary summary = new RunSummaries(JdbcClient.create(dataSource)).of(record);
        Map<String, Object> json = RunJson.of(summary, exitCodes.of(summary.end()));
        json.remove("steps");
        json.remove("attempts");
        return new Report(NAME, page(summary, json), csv(summary, json), json);
    }

    private static ReportPage page(RunSummary summary, Map<String, Object> json) {
        List<Fact> facts = List.of(
                new Fact("Business date", summary.asOf().toString()),
                new Fact("Run", summary.runId()),
                new Fact("Policy", summary.policy()),
                new Fact("Policy SHA-256", summary.policySha256()),
                new Fact(
                        "Rows",
                        Figures.grouped(summary.rows()) + " read, "
                                + Figures.grouped(summary.rows() - summary.rejected()) + " accepted, "
                                + Figures.grouped(summary.rejected()) + " rejected"));
        List<Table> tables = new ArrayList<>();
        for (Section section : sections(summary)) {
            List<Map<String, Object>> entries = entries(json, section);
            if (entries.stream().anyMatch(entry -> showsAnything(entry, section))) {
                tables.add(table(section, entries));
            }
        }
        return new ReportPage("Run summary " + summary.asOf(), facts, tables, List.of());
    }

    private static boolean showsAnything(Map<String, Object> entry, Section section) {
        return columns(List.of(entry), section.names()).stream()
                .anyMatch(column -> !String.valueOf(entry.get(column)).isEmpty());
    }

    private static Table table(Section section, List<Map<String, Object>> entries) {
        List<String> keys = columns(entries, section.names());
        int labels = (int) keys.stream().filter(section.names()::contains).count();
        List<Row> rows = new ArrayList<>();
        for (Map<String, Object> entry : entries) {
            rows.add(Row.of(
                    "row",
                    keys.stream()
                            .map(key -> {
                                String text = String.valueOf(entry.getOrDefault(key, ""));
                                return section.names().contains(key) ? text : figure(text);
                            })
                            .toList()));
        }
        List<String> titles = keys.stream()
                .map(key ->
                        Character.toUpperCase(key.charAt(0)) + key.substring(1).replace('_', ' '))
                .toList();
        return new Table(section.caption(), titles, labels, rows);
    }

    /**
     * Returns the fields that any of the entries has, names first, each behind the field that it follows in its entry:
     * no entry need have all of them, and the first is an entry like the others.
     */
    static List<String> columns(List<Map<String, Object>> entries, Set<String> names) {
        List<String> columns = new ArrayList<>();
        for (Map<String, Object> entry : entries) {
            int next = 0;
            for (String key : entry.keySet()) {
                if (!columns.contains(key)) {
                    columns.add(next, key);
                }
                next = columns.indexOf(key) + 1;
            }
        }
        columns.removeAll(LEFT_OUT);
        return Stream.concat(
                        columns.stream().filter(names::contains),
                        columns.stream().filter(key -> !names.contains(key)))
                .toList();
    }

    private static String figure(String text) {
        return text.matches("-?[0-9]+(\\.[0-9]+)?") ? Figures.grouped(text) : text;
    }

    /** One row for each figure, so that all sections fit one header. */
    private static Report.Csv csv(RunSummary summary, Map<String, Object> json) {
        List<List<String>> rows = new ArrayList<>();
        for (Section section : sections(summary)) {
            for (Map<String, Object> entry : entries(json, section)) {
                String name = entry.entrySet().stream()
                        .filter(field -> section.names().contains(field.getKey())
                                && !field.getKey().equals("currency"))
                        .map(field -> String.valueOf(field.getValue()))
                        .collect(Collectors.joining("/"));
                String currency = String.valueOf(entry.getOrDefault("currency", ""));
                List<String> figures = columns(List.of(entry), section.names()).stream()
                        .filter(key -> !section.names().contains(key))
                        .toList();
                for (String figure : figures) {
                    rows.add(List.of(section.key(), name, currency, figure, String.valueOf(entry.get(figure))));
                }
                if (figures.isEmpty()) {
                    rows.add(List.of(section.key(), name, currency, "entries", "1"));
                }
            }
        }
        return new Report.Csv(LAYOUT, rows);
    }

    @SuppressWarnings("unchecked") // RunJson makes each of these a map or a list of maps
    private static List<Map<String, Object>> entries(Map<String, Object> json, Section section) {
        Object value = json.get(section.key());
        if (value == null) {
            throw new IllegalStateException("the run record has no " + section.key());
        }
        if (value instanceof List) {
            return (List<Map<String, Object>>) value;
        }
        return List.of(value instanceof Map ? (Map<String, Object>) value : Map.of(section.key(), value));
    }
}
