package org.arrears.cli;

import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.arrears.print.report.ReportFormat;
import org.arrears.report.ReportKind;
import org.arrears.report.Reports;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code arrears report}: figures of an assessed date as text, HTML, CSV or JSON. */
@Command(
        name = "report",
        description = "Print a report of an assessed date; every sum is checked against the run summary.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ReportCommand implements Callable<Integer> {

    /** The names of all reports. */
    static final class Names implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return Reports.ALL.stream().map(ReportKind::name).iterator();
        }
    }

    /** Reads the name of a report. */
    static final class NamedReport implements ITypeConverter<ReportKind> {

        @Override
        public ReportKind convert(String value) {
            return Reports.ALL.stream()
                    .filter(kind -> kind.name().equals(value))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(
                            "\"" + value + "\" is no report; reports are " + String.join(", ", new Names())));
        }
    }

    private static final FormChoice FORMS = FormChoice.of(Form.TEXT, Form.HTML, Form.CSV, Form.JSON);

    private final Console console;

    @Parameters(
            paramLabel = "REPORT",
            converter = NamedReport.class,
            completionCandidates = Names.class,
            description = "One of ${COMPLETION-CANDIDATES}.")
    private ReportKind kind = Reports.ALL.get(0);

    @Option(names = "--as-of", required = true, paramLabel = "DATE", description = "Business date, yyyy-MM-dd.")
    private LocalDate asOf = LocalDate.EPOCH;

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "For roll-rate: the date to compare with (default: the one assessed before).")
    private Optional<LocalDate> from = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "text|html|csv|json",
            converter = Form.Reader.class,
            description = "Form of the report (default: by FILE's ending, else text).")
    private Optional<Form> format = Optional.empty();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Mixin
    private OldOutOption oldOut = new OldOutOption();

    @Mixin
    private CommonOptions common = new CommonOptions();

    ReportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (from.isPresent() && !kind.compares()) {
            throw wrong("--from is for "
                    + Reports.ALL.stream()
                            .filter(ReportKind::compares)
                            .map(ReportKind::name)
                            .collect(Collectors.joining(", "))
                    + " only; leave it out");
        }
        if (from.isPresent() && !from.get().isBefore(asOf)) {
            throw wrong("--from " + from.get() + " is not before --as-of " + asOf + "; give an earlier date");
        }
        Output result = output.chosen(console, format, FORMS, oldOut.file(), Destination.STDOUT);
        Destination target = result.target();
        Sessions.withExisting(
                console,
                common,
                database -> target.text((Writer writer) ->
                        written(new Reports(database.dataSource(), ExitCodes::of), formatOf(result.form()), writer)));
        if (!common.quiet()) {
            console.err().println("report " + kind + " " + asOf + " to " + target.shown());
        }
        return ExitCodes.DONE;
    }

    private ReportKind written(Reports reports, ReportFormat form, Writer writer) throws IOException {
        reports.write(kind, asOf, from, form, writer);
        return kind;
    }

    private static ReportFormat formatOf(Form form) {
        return switch (form) {
            case HTML -> ReportFormat.HTML;
            case CSV -> ReportFormat.CSV;
            case JSON -> ReportFormat.JSON;
            case TEXT, XLSX, PDF -> ReportFormat.TEXT;
        };
    }

    private static WrongUsageException wrong(String message) {
        return new WrongUsageException(message);
    }
}
