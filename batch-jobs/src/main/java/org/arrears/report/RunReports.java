package org.arrears.report;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.arrears.outbound.OutboundFile;
import org.arrears.outbound.Recipient;
import org.arrears.print.report.Report;
import org.arrears.print.report.ReportFormat;
import org.arrears.run.Run;
import org.arrears.run.RunFolder;
import org.arrears.run.StepProgress;

/** Writes the reports of a run into its folder. */
final class RunReports {

    private final ReportRequest request;
    private final RunFolder folder;
    private final StepProgress progress;

    RunReports(ReportRequest request, Run run, StepProgress progress) {
        this.request = request;
        this.folder = new RunFolder(run);
        this.progress = progress;
    }

    /** Writes all that are possible on the date; returns how many files. */
    long write() throws IOException {
        long files = 0;
        for (ReportKind kind : Reports.ALL) {
            if (kind.possible().test(request)) {
                files += write(kind, kind.make(request));
            }
        }
        return files;
    }

    private int write(ReportKind kind, Report report) throws IOException {
        for (ReportFormat format : kind.forms()) {
            String file = report.name() + "." + format.ending();
            if (format == ReportFormat.CSV) {
                rows(file, report.csv());
            } else {
                page(file, report, format);
            }
            progress.add(1);
        }
        return kind.forms().size();
    }

    private void rows(String file, Report.Csv csv) throws IOException {
        try (OutboundFile out = OutboundFile.begin(folder, Recipient.REPORT_READERS, file, csv.layout())) {
            for (List<String> row : csv.rows()) {
                out.row(row);
            }
            out.finish();
        }
    }

    private void page(String file, Report report, ReportFormat format) throws IOException {
        String path = Recipient.REPORT_READERS.path(file);
        try (Writer out = new OutputStreamWriter(folder.open(path), StandardCharsets.UTF_8)) {
            format.write(report, out);
        }
    }
}
