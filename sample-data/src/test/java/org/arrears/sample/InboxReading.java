package org.arrears.sample;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Reads generated nights in order, by the rules of the file formats alone, and keeps good rows and faults apart. */
final class InboxReading {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    private static final List<String> LOAD_ORDER =
            List.of("calendar", "customers", "loans", "installments", "transactions", "holds", "promises");
    private static final Map<String, List<String>> REQUIRED = Map.of(
            "calendar", List.of("date", "kind"),
            "customers", List.of("customer_no", "name"),
            "loans",
                    List.of(
                            "loan_no",
                            "customer_no",
                            "product",
                            "currency",
                            "principal",
                            "annual_rate",
                            "disbursed_on",
                            "matures_on"),
            "installments", List.of("loan_no", "seq", "due_on", "principal", "interest"),
            "transactions", List.of("txn_no", "loan_no", "type", "value_on", "amount"),
            "holds", List.of("hold_no", "scope", "ref_no", "reason", "starts_on"),
            "promises", List.of("promise_no", "loan_no", "made_on", "due_on", "amount"));
    private static final Map<String, Integer> DIGITS = Map.of("CNY", 2, "HKD", 2, "USD", 2, "JPY", 0, "KWD", 3);

    final Map<String, Map<String, String>> customers = new TreeMap<>();
    final Map<String, Map<String, String>> loans = new TreeMap<>();
    final Map<String, List<Map<String, String>>> schedules = new TreeMap<>();
    final Map<String, Map<String, String>> transactions = new TreeMap<>();
    final Map<String, Map<String, String>> holds = new TreeMap<>();
    final List<String> faults = new ArrayList<>();
    final Map<String, Integer> rowsByFile = new TreeMap<>();
    final Map<String, Integer> faultsByFile = new TreeMap<>();

    static InboxReading of(Path inbox) throws IOException {
        InboxReading reading = new InboxReading();
        for (Path night : sorted(inbox)) {
            for (String kind : LOAD_ORDER) {
                for (Path file : sorted(night)) {
                    String name = file.getFileName().toString();
                    if (name.startsWith(kind) && name.endsWith(".csv")) {
                        reading.read(kind, file, night.getFileName() + "/" + name);
                    }
                }
            }
        }
        return reading;
    }

    static List<Path> sorted(Path folder) throws IOException {
        List<Path> paths = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            entries.forEach(paths::add);
        }
        paths.sort(null);
        return paths;
    }

    private void read(String kind, Path file, String name) throws IOException {
        Set<String> replaced = new HashSet<>();
        try (Reader reader = Files.newBufferedReader(file);
                var records = FORMAT.parse(reader)) {
            for (CSVRecord line : records) {
                rowsByFile.merge(name, 1, Integer::sum);
                Map<String, String> row = new HashMap<>(line.toMap());
                String fault = fault(kind, row);
                if (fault.isEmpty()) {
                    accept(kind, row, replaced);
                } else {
                    faults.add(name + ": " + line.get(0) + ": " + fault);
                    faultsByFile.merge(name, 1, Integer::sum);
                }
            }
        }
    }

    private void accept(String kind, Map<String, String> row, Set<String> replaced) {
        String loan = value(row, "loan_no");
        switch (kind) {
            case "customers" -> customers.put(value(row, "customer_no"), row);
            case "loans" -> loans.put(loan, row);
            case "installments" -> {
                if (replaced.add(loan)) {
                    schedules.put(loan, new ArrayList<>());
                }
                schedules.computeIfAbsent(loan, unused -> new ArrayList<>()).add(row);
            }
            case "transactions" -> transactions.put(value(row, "txn_no"), row);
            case "holds" -> holds.put(value(row, "hold_no"), row);
            default -> {}
        }
    }

    private String fault(String kind, Map<String, String> row) {
        for (String column : REQUIRED.getOrDefault(kind, List.of())) {
            if (value(row, column).isEmpty()) {
                return "missing " + column;
            }
        }
        for (Map.Entry<String, String> cell : row.entrySet()) {
            boolean date = cell.getKey().endsWith("_on") || cell.getKey().equals("date");
            if (date && !cell.getValue().isEmpty() && !isDate(cell.getValue())) {
                return cell.getKey() + " " + cell.getValue();
            }
        }
        return switch (kind) {
            case "loans" -> loanFault(row);
            case "installments", "promises" -> knownLoanAndDigits(row);
            case "transactions" -> transactionFault(row);
            case "holds" -> holdFault(row);
            default -> "";
        };
    }

    private String loanFault(Map<String, String> row) {
        if (Integer.parseInt(value(row, "annual_rate").substring(0, 1)) > 0) {
            return "annual_rate " + value(row, "annual_rate");
        }
        return customers.containsKey(value(row, "customer_no"))
                ? digits(row, value(row, "currency"))
                : "unknown customer";
    }

    private String transactionFault(Map<String, String> row) {
        String loan = knownLoanAndDigits(row);
        if (!loan.isEmpty()) {
            return loan;
        }
        Map<String, String> earlier = transactions.get(value(row, "txn_no"));
        if (earlier != null) {
            return earlier.equals(row) ? "" : "changed transaction";
        }
        return switch (value(row, "type")) {
            case "payment" -> "";
            case "waiver" ->
                List.of("fee", "penalty", "compound", "interest", "principal").contains(value(row, "component"))
                        ? ""
                        : "waiver without component";
            case "reversal" -> value(row, "reverses").isEmpty() ? "reversal without reverses" : "";
            default -> "type " + value(row, "type");
        };
    }

    private String holdFault(Map<String, String> row) {
        String ref = value(row, "ref_no");
        boolean known = value(row, "scope").equals("loan") ? loans.containsKey(ref) : customers.containsKey(ref);
        return known ? "" : "unknown " + ref;
    }

    private String knownLoanAndDigits(Map<String, String> row) {
        Map<String, String> loan = loans.get(value(row, "loan_no"));
        return loan == null ? "unknown loan" : digits(row, value(loan, "currency"));
    }

    private static String digits(Map<String, String> row, String currency) {
        int digits = DIGITS.getOrDefault(currency, -1);
        String pattern = digits == 0 ? "\\d+" : "\\d+\\.\\d{" + digits + "}";
        for (String column : List.of("principal", "interest", "fee", "amount")) {
            if (row.containsKey(column) && !value(row, column).matches(pattern)) {
                return column + " " + value(row, column);
            }
        }
        return "";
    }

    static String value(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    private static boolean isDate(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
