package org.arrears.agency;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.arrears.core.policy.HandoffPolicy;
import org.arrears.core.policy.HandoffPolicy.Agency;
import org.arrears.outbound.Column;
import org.arrears.outbound.ColumnType;
import org.arrears.outbound.FileEntry;
import org.arrears.outbound.OutboundFile;
import org.arrears.outbound.Recipient;
import org.arrears.print.Figures;
import org.arrears.run.Run;
import org.arrears.run.RunFolder;
import org.arrears.run.StepProgress;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The files of each agency and a manifest that repeats their control totals. */
final class AgencyFiles {

    private final JdbcClient jdbc;
    private final Run run;
    private final HandoffPolicy policy;
    private final RunFolder folder;
    private final StepProgress progress;

    AgencyFiles(JdbcClient jdbc, Run run, HandoffPolicy policy, StepProgress progress) {
        this.jdbc = jdbc;
        this.run = run;
        this.policy = policy;
        this.folder = new RunFolder(run);
        this.progress = progress;
    }

    /** Writes the files of all agencies; returns how many rows they hold. */
    long write() throws IOException {
        long rows = 0;
        progress.expect(0);
        for (Agency agency : policy.agencies()) {
            List<Map<String, Object>> manifest = new ArrayList<>();
            for (AgencyFile file : AgencyFile.ALL) {
                FileEntry entry = write(file, agency);
                manifest.add(manifestEntry(file, entry));
                rows += entry.totals().rows();
            }
            writeManifest(agency, manifest);
        }
        return rows;
    }

    private FileEntry write(AgencyFile file, Agency agency) throws IOException {
        List<List<String>> rows = jdbc.sql(file.sql())
                .param("asOf", run.asOf())
                .param("agency", agency.code())
                .query((row, number) -> fields(file, row))
                .list();
        progress.expectMore(rows.size());
        Recipient recipient = Recipient.agency(agency.code());
        try (OutboundFile out = OutboundFile.begin(folder, recipient, file.name(), file.layout())) {
            for (List<String> row : rows) {
                out.row(row);
                progress.add(1);
            }
            return out.finish();
        }
    }

    private List<String> fields(AgencyFile file, ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        List<String> fields = new ArrayList<>();
        for (Column column : file.layout().columns()) {
            fields.add(
                    column.type() == ColumnType.AMOUNT
                            ? Figures.amount(row.getLong(column.name()), currency)
                            : text(column.name(), row));
        }
        return fields;
    }

    private String text(String column, ResultSet row) throws SQLException {
        return switch (column) {
            case "call_from" -> policy.callFrom().toString();
            case "call_until" -> policy.callUntil().toString();
            case "contract_tail" -> tail(row.getString("loan_no"));
            case "id_no" -> maskedId(row.getString("id_no"));
            default -> Objects.requireNonNullElse(row.getString(column), "");
        };
    }

    private static String tail(String loanNo) {
        return loanNo.substring(Math.max(0, loanNo.length() - 4));
    }

    /** Shows the first three and last four characters of an ID number; short ones are hidden wholly. */
    static String maskedId(@org.jspecify.annotations.Nullable String idNo) {
        if (idNo == null) {
            return "";
        }
        return idNo.length() < 12
                ? "*".repeat(idNo.length())
                : idNo.substring(0, 3) + "*".repeat(idNo.length() - 7) + idNo.substring(idNo.length() - 4);
    }

    private static Map<String, Object> manifestEntry(AgencyFile file, FileEntry written) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("file", file.name());
        entry.put("rows", written.totals().rows());
        Map<String, String> sums = new LinkedHashMap<>();
        written.totals().sums().forEach((currency, sum) -> sums.put(currency, sum.toPlainString()));
        entry.put("sums", Map.of(file.layout().summed().orElseThrow(), sums));
        entry.put("sha256", written.digest().sha256());
        return entry;
    }

    private void writeManifest(Agency agency, List<Map<String, Object>> files) throws IOException {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("agency", agency.code());
        manifest.put("agency_name", agency.name());
        manifest.put("business_date", run.asOf().toString());
        manifest.put("run_id", run.runId());
        manifest.put("policy", run.policy().name());
        manifest.put("policy_sha256", run.policy().sha256());
        manifest.put("call_hours", policy.callFrom() + "-" + policy.callUntil());
        manifest.put("files", files);
        try (Writer out = new OutputStreamWriter(
                folder.open(Recipient.agency(agency.code()).path("manifest.json")), StandardCharsets.UTF_8)) {
            out.write(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(manifest));
            out.write("\n");
        }
    }
}
