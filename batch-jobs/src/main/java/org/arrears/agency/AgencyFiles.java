package org.arrears.agency;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.arrears.core.money.Amounts;
import org.arrears.core.money.CurrencyUnit;
import org.arrears.core.policy.HandoffPolicy;
import org.arrears.core.policy.HandoffPolicy.Agency;
import org.arrears.print.CsvWriter;
import org.arrears.run.FileDigest;
import org.arrears.run.Run;
import org.arrears.run.RunFolder;
import org.arrears.run.StepProgress;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files of each agency, each with a trailer row of count and sums, and a manifest; every file is read back and its
 * trailer checked before it counts as written.
 */
final class AgencyFiles {

    private static final String TRAILER = "TRAILER";

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

    /** What a file's trailer states. */
    private record Totals(long rows, Map<String, Long> sums) {

        List<String> trailer() {
            return List.of(
                    TRAILER,
                    Long.toString(rows),
                    sums.entrySet().stream()
                            .map(sum -> sum.getKey() + "=" + amount(sum.getValue(), sum.getKey()))
                            .collect(Collectors.joining(";")));
        }
    }

    /** Writes the files of all agencies; returns how many rows they hold. */
    long write() throws IOException {
        long rows = 0;
        progress.expect(0);
        for (Agency agency : policy.agencies()) {
            List<Map<String, Object>> manifest = new ArrayList<>();
            for (AgencyFile file : AgencyFile.ALL) {
                String path = "agencies/" + agency.code() + "/" + file.name() + ".csv";
                Totals totals = write(file, agency, path);
                requireReadBack(folder.partial().resolve(path), file, totals);
                manifest.add(manifestEntry(file, path, totals));
                rows += totals.rows;
            }
            writeManifest(agency, manifest);
        }
        return rows;
    }

    private Totals write(AgencyFile file, Agency agency, String path) throws IOException {
        List<List<String>> rows = jdbc.sql(file.sql())
                .param("asOf", run.asOf())
                .param("agency", agency.code())
                .query((row, number) -> fields(file, row))
                .list();
        progress.expectMore(rows.size());
        Map<String, Long> sums = new TreeMap<>();
        try (Writer out = new OutputStreamWriter(folder.open(path), StandardCharsets.UTF_8);
                CsvWriter csv = new CsvWriter(out)) {
            csv.row(file.columns());
            int currency = file.columns().indexOf("currency");
            int amount = file.columns().indexOf(file.amount());
            for (List<String> row : rows) {
                csv.row(row);
                progress.add(1);
                sums.merge(row.get(currency), minor(row.get(amount), row.get(currency)), Math::addExact);
            }
            Totals totals = new Totals(rows.size(), sums);
            csv.row(totals.trailer());
            return totals;
        }
    }

    private List<String> fields(AgencyFile file, ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        List<String> fields = new ArrayList<>();
        for (String column : file.columns()) {
            fields.add(
                    switch (column) {
                        case "call_from" -> policy.callFrom().toString();
                        case "call_until" -> policy.callUntil().toString();
                        case "contract_tail" -> tail(row.getString("loan_no"));
                        case "id_no" -> maskedId(row.getString("id_no"));
                        case "overdue_principal",
                                "overdue_interest",
                                "overdue_fee",
                                "penalty",
                                "compound",
                                "total_overdue",
                                "daily_accrual",
                                "amount" -> amount(row.getLong(column), currency);
                        default -> text(row.getString(column));
                    });
        }
        return fields;
    }

    private static String text(@org.jspecify.annotations.Nullable String value) {
        return value == null ? "" : value;
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

    /** Reads the file back and refuses it if count or sums are not those of its trailer. */
    private static void requireReadBack(Path path, AgencyFile file, Totals written) throws IOException {
        int currency = file.columns().indexOf("currency");
        int amount = file.columns().indexOf(file.amount());
        Map<String, Long> sums = new TreeMap<>();
        long rows = 0;
        List<String> trailer = List.of();
        try (Reader in = Files.newBufferedReader(path);
                CSVParser csv = CSVParser.builder()
                        .setReader(in)
                        .setFormat(CSVFormat.RFC4180)
                        .get()) {
            for (CSVRecord row : csv) {
                if (row.get(0).equals(TRAILER)) {
                    trailer = row.toList();
                } else if (row.getRecordNumber() > 1) {
                    rows++;
                    sums.merge(row.get(currency), minor(row.get(amount), row.get(currency)), Math::addExact);
                }
            }
        }
        Totals read = new Totals(rows, sums);
        if (!read.equals(written) || !trailer.equals(read.trailer())) {
            throw new IllegalStateException(path + " reads back as " + read + ", written were " + written);
        }
    }

    private Map<String, Object> manifestEntry(AgencyFile file, String path, Totals totals) throws IOException {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("file", file.name() + ".csv");
        entry.put("rows", totals.rows);
        Map<String, String> sums = new LinkedHashMap<>();
        totals.sums.forEach((currency, minor) -> sums.put(currency, amount(minor, currency)));
        entry.put("sums", Map.of(file.amount(), sums));
        entry.put("sha256", FileDigest.of(folder.partial().resolve(path)).sha256());
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
                folder.open("agencies/" + agency.code() + "/manifest.json"), StandardCharsets.UTF_8)) {
            out.write(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(manifest));
            out.write("\n");
        }
    }

    private static String amount(long minor, String currency) {
        return Amounts.format(minor, CurrencyUnit.of(currency).orElseThrow().digits());
    }

    private static long minor(String amount, String currency) {
        return new BigDecimal(amount)
                .movePointRight(CurrencyUnit.of(currency).orElseThrow().digits())
                .longValueExact();
    }
}
