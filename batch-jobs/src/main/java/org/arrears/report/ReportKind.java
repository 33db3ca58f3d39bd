package org.arrears.report;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.arrears.print.report.Report;
import org.arrears.print.report.ReportFormat;

/**
 * One report that can be asked for.
 *
 * @param name what it is asked for by, and the name of its files
 * @param compares whether it compares with an earlier date
 * @param forms those a run writes
 * @param possible whether a run has what it needs; a report asked for by name says what is missing
 * @param making makes it
 */
public record ReportKind(
        String name,
        boolean compares,
        List<ReportFormat> forms,
        Predicate<ReportRequest> possible,
        Function<ReportRequest, Report> making) {

    public ReportKind {
        forms = List.copyOf(forms);
    }

    /** A report that every date has, in all forms. */
    static ReportKind of(String name, Function<ReportRequest, Report> making) {
        return new ReportKind(
                name, false, List.of(ReportFormat.HTML, ReportFormat.CSV, ReportFormat.JSON), request -> true, making);
    }

    /** The same, if there is an earlier date to compare with. */
    ReportKind comparing() {
        return new ReportKind(name, true, forms, request -> request.earlier().isPresent(), making);
    }

    /** The same, written by a run in these forms only. */
    ReportKind writtenAs(ReportFormat... only) {
        return new ReportKind(name, compares, List.of(only), possible, making);
    }

    Report make(ReportRequest request) {
        return making.apply(request);
    }

    @Override
    public String toString() {
        return name;
    }
}
