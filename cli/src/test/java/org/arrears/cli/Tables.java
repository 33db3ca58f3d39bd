package org.arrears.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All tables that hold what a lender sent and what was decided, to be compared row by row. */
final class Tables {

    private static final List<String> NAMES = List.of(
            "source_file",
            "open_reject",
            "customer",
            "loan",
            "installment",
            "transaction",
            "hold",
            "promise",
            "calendar_day",
            "assessment",
            "assessed",
            "notice",
            "notice_loan",
            "notice_output",
            "notice_suppression",
            "notice_language",
            "placement",
            "placement_stop");

    private Tables() {}

    /** Every row as text, by table. */
    static Map<String, List<String>> rows(JdbcClient jdbc) {
        Map<String, List<String>> tables = new LinkedHashMap<>();
        for (String name : NAMES) {
            tables.put(
                    name,
                    jdbc.sql("SELECT t::text FROM " + selected(name) + " t ORDER BY 1")
                            .query(String.class)
                            .list());
        }
        return tables;
    }

    /** How many loans the last attempt replayed is no result. */
    private static String selected(String name) {
        return name.equals("assessed") ? "(SELECT as_of, policy_sha256, file_no, loans, edition FROM assessed)" : name;
    }

    /** Says what differs, a few rows of each table; empty if nothing does. */
    static List<String> differences(Map<String, List<String>> expected, Map<String, List<String>> found) {
        List<String> differences = new ArrayList<>();
        expected.forEach((table, rows) -> {
            List<String> others = found.getOrDefault(table, List.of());
            if (!rows.equals(others)) {
                differences.add(table + ": " + rows.size() + " rows expected, " + others.size() + " found");
                rows.stream()
                        .filter(row -> !others.contains(row))
                        .limit(3)
                        .forEach(row -> differences.add("  missing " + row));
                others.stream()
                        .filter(row -> !rows.contains(row))
                        .limit(3)
                        .forEach(row -> differences.add("  surplus " + row));
            }
        });
        return differences;
    }
}
