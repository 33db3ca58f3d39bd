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
import org.arrears.run.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
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

    enum Format {
        CSV,
        XLSX,
        JSON
    }

    private final Surroundings world;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--as-of", required = true, paramLabel = "DATE", description = "Business date, yyyy-MM-dd.")
    private LocalDate asOf = LocalDate.EPOCH;

    @Option(names = "--format", paramLabel = "csv|xlsx|json", description = "Default: by FILE's ending, else csv.")
    private Optional<Format> format = Optional.empty();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE|-",
            description = "Where to; - is stdout (default).")
    private String out = "-";

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

    ExportAccountsCommand(Surroundings world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        AccountQuery query = query();
        ExportTarget target = new ExportTarget(world, out);
        Format form = format.orElseGet(this::byEnding);
        if (form == Format.XLSX && out.equals("-") && world.resultOnTerminal()) {
            throw new ParameterException(
                    spec.commandLine(), "an Excel file is not for a terminal: give -o FILE.xlsx, or pipe it");
        }
        Progress progress = TerminalProgress.of(world, common);
        ExportTotals totals = Sessions.withDatabase(world, common, database -> {
            AccountExport export = new AccountExport(database.dataSource(), progress);
            return switch (form) {
                case CSV -> target.text(writer -> export.write(query, new CsvSink(writer)));
                case JSON -> target.text(writer -> export.write(query, new JsonSink(new HarmlessWriter(writer))));
                case XLSX -> target.bytes(stream -> export.write(query, new XlsxSink(stream)));
            };
        });
        world.err().println(summary(totals, target));
        return ExitCodes.DONE;
    }

    private AccountQuery query() {
        OptionalLong rows = limit.isPresent() ? OptionalLong.of(limit.get()) : OptionalLong.empty();
        try {
            return AccountQuery.of(asOf, new AccountQuery.Wording(columns, where, sort, rows));
        } catch (WrongRequestException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private Format byEnding() {
        String name = out.toLowerCase(Locale.ROOT);
        if (name.endsWith(".xlsx")) {
            return Format.XLSX;
        }
        return name.endsWith(".json") ? Format.JSON : Format.CSV;
    }

    private String summary(ExportTotals totals, ExportTarget target) {
        if (common.json()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("as_of", asOf.toString());
            json.put("rows", totals.rows());
            json.put("file", target.shown());
            json.put("total_overdue", totals.totalOverdue());
            return JsonMapper.shared().writeValueAsString(json);
        }
        String sums = totals.totalOverdue().entrySet().stream()
                .map(sum -> sum.getKey() + " " + sum.getValue())
                .collect(Collectors.joining(", "));
        return String.format(Locale.ROOT, "accounts %s: %,d rows to %s", asOf, totals.rows(), target.shown())
                + (sums.isEmpty() ? "" : "; total_overdue " + sums);
    }
}
