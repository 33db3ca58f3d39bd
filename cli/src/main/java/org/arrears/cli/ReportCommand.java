package org.arrears.cli;

import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.arrears.print.ReportFormat;
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

    enum Kind {
        AGEING("ageing"),
        ROLL_RATE("roll-rate"),
        SUMMARY("summary"),
        ANOMALIES("anomalies");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        @Override
        public String toString() {
            return code;
        }
    }

    /** Reads the name of a report. */
    static final class KindOfReport implements ITypeConverter<Kind> {

        @Override
        public Kind convert(String value) {
            for (Kind kind : Kind.values()) {
                if (kind.code.equals(value)) {
                    return kind;
                }
            }
            throw new TypeConversionException(
                    "\"" + value + "\" is no report; reports are ageing, roll-rate, summary, anomalies");
        }
    }

    private static final FormChoice FORMS = FormChoice.of(Form.TEXT, Form.HTML, Form.CSV, Form.JSON);

    private final Console console;

    @Parameters(
            paramLabel = "ageing|roll-rate|summary|anomalies",
            converter = KindOfReport.class,
            description = "What is owed by bucket, how accounts moved between buckets, what the run did, or what cannot"
                    + " be true.")
    private Kind kind = Kind.AGEING;

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
        if (from.isPresent() && kind != Kind.ROLL_RATE) {
            throw wrong("--from is for roll-rate only; leave it out");
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
                        written(new Reports(database.dataSource(), formatOf(result.form()), writer))));
        if (!common.quiet()) {
            console.err().println("report " + kind + " " + asOf + " to " + target.shown());
        }
        return ExitCodes.DONE;
    }

    private Kind written(Reports reports) throws IOException {
        switch (kind) {
            case AGEING -> reports.ageing(asOf);
            case ROLL_RATE -> reports.rollRate(asOf, from);
            case SUMMARY -> reports.summary(asOf);
            case ANOMALIES -> reports.anomalies(asOf);
        }
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
