package org.arrears.cli;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.arrears.export.AccountExport;
import org.arrears.export.AccountQuery;
import org.arrears.export.CsvSink;
import org.arrears.export.ExportTotals;
import org.arrears.export.JsonSink;
import org.arrears.export.WrongRequestException;
import org.arrears.export.XlsxSink;
import org.arrears.guard.HarmlessWriter;
import org.arrears.print.Figures;
import org.arrears.run.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code arrears export accounts}: the accounts of a date as CSV, Excel or JSON. */
@Command(
        name = "accounts",
        description = "Export every account that is not settled at a date; the date must have been assessed.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Filter: = != < <= > >=, in (a, b), is empty, and, or, not, parentheses; amounts in major units.",
            "  arrears export accounts --as-of 2026-10-01 --where 'dpd >= 31 and product in (CASH, CARD)'"
        })
final class ExportAccountsCommand implements Callable<Integer> {

    private static final FormChoice FORMS = FormChoice.of(Form.CSV, Form.XLSX, Form.JSON);

    private final Console console;

    @Option(names = "--as-of", required = true, paramLabel = "DATE", description = "Business date, yyyy-MM-dd.")
    private LocalDate asOf = LocalDate.EPOCH;

    @Option(
            names = "--format",
            paramLabel = "csv|xlsx|json",
            converter = Form.Reader.class,
            description = "Form of the file (default: by FILE's ending, else csv).")
    private Optional<Form> format = Optional.empty();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Mixin
    private OldOutOption oldOut = new OldOutOption();

    @Option(
            names = "--summary",
            paramLabel = "text|json",
            converter = Form.Reader.class,
            description = "Form of the last line on stderr, which has rows, file and control totals (default text).")
    private Optional<Form> summary = Optional.empty();

    @Option(names = "--columns", paramLabel = "A,B", description = "These columns in this order (default: all).")
    private Optional<String> columns = Optional.empty();

    @Option(names = "--where", paramLabel = "EXPR", description = "Only rows for which this holds.")
    private Optional<String> where = Optional.empty();

    @Option(names = "--sort", paramLabel = "COLS", description = "For example \"dpd desc, loan_no\" (default loan_no).")
    private Optional<String> sort = Optional.empty();

    @Option(names = "--limit", paramLabel = "N", description = "At most so many rows.")
    private Optional<Long> limit = Optional.empty();

    @Mixin
    private CommonOptions common = new CommonOptions();

    ExportAccountsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        AccountQuery query = query();
        Optional<Form> oldSummary = output.oldForm(console, "--summary");
        Output result = output.to(console, format, FORMS, oldOut.file(), Destination.STDOUT);
        Destination target = result.target();
        if (result.form() == Form.XLSX && target.isStdout() && console.resultOnTerminal()) {
            throw new WrongUsageException("an Excel file is not for a terminal: give -o FILE.xlsx, or pipe it");
        }
        Progress progress = TerminalProgress.of(console, common);
        ExportTotals totals = Sessions.withExisting(
                console,
                common,
                database -> written(new AccountExport(database.dataSource(), progress), query, result));
        boolean json = summary.or(() -> oldSummary).equals(Optional.of(Form.JSON));
        console.err().println(json ? jsonSummary(totals, target) : textSummary(totals, target));
        return ExitCodes.DONE;
    }

    private static ExportTotals written(AccountExport export, AccountQuery query, Output result) {
        Destination target = result.target();
        return switch (result.form()) {
            case JSON -> target.text(writer -> export.write(query, new JsonSink(new HarmlessWriter(writer))));
            case XLSX -> target.bytes(stream -> export.write(query, new XlsxSink(stream)));
            case CSV, TEXT, HTML, PDF -> target.text(writer -> export.write(query, new CsvSink(writer)));
        };
    }

    private AccountQuery query() {
        OptionalLong rows = limit.isPresent() ? OptionalLong.of(limit.get()) : OptionalLong.empty();
        try {
            return AccountQuery.of(asOf, new AccountQuery.Wording(columns, where, sort, rows));
        } catch (WrongRequestException wrong) {
            throw new WrongUsageException(String.valueOf(wrong.getMessage()));
        }
    }

    private String jsonSummary(ExportTotals totals, Destination target) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("as_of", asOf.toString());
        json.put("rows", totals.rows());
        json.put("file", target.shown());
        json.put("total_overdue", totals.totalOverdue());
        return JsonMapper.shared().writeValueAsString(json);
    }

    private String textSummary(ExportTotals totals, Destination target) {
        String sums = totals.totalOverdue().entrySet().stream()
                .map(sum -> sum.getKey() + " " + sum.getValue())
                .collect(Collectors.joining(", "));
        return String.format(
                        Locale.ROOT, "accounts %s: %s rows to %s", asOf, Figures.grouped(totals.rows()), target.shown())
                + (sums.isEmpty() ? "" : "; total_overdue " + sums);
    }
}
