package org.arrears.report;

import org.arrears.print.report.Report;
import org.arrears.print.report.ReportFormat;
import org.arrears.summary.SummaryReport;

/** The report {@code summary}: what the run of a date did. */
final class RunSummaryReport {

    static final ReportKind KIND =
            ReportKind.of(SummaryReport.NAME, RunSummaryReport::of).writtenAs(ReportFormat.HTML, ReportFormat.JSON);

    private RunSummaryReport() {}

    private static Report of(ReportRequest request) {
        SummaryReport summaries = new SummaryReport(request.dataSource(), request.exitCodes());
        return request.runId().map(summaries::ofRun).orElseGet(() -> summaries.of(request.asOf()));
    }
}
