package org.arrears.ingest;

import static org.arrears.ingest.Column.optional;
import static org.arrears.ingest.Column.required;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of input file, in the order in which they are loaded: what is referred to comes first. */
public enum FileKind {
    CALENDAR(required("date"), required("kind"), optional("name")),
    CUSTOMERS(
            required("customer_no"),
            required("name"),
            optional("id_no"),
            optional("phone"),
            optional("email"),
            optional("address"),
            optional("postal_code"),
            optional("region"),
            optional("language")),
    LOANS(
            required("loan_no"),
            required("customer_no"),
            required("product"),
            required("currency"),
            required("principal"),
            required("annual_rate"),
            required("disbursed_on"),
            required("matures_on"),
            optional("status"),
            optional("penalty_annual_rate"),
            optional("accelerated_on"),
            optional("manual_class"),
            optional("branch")),
    INSTALLMENTS(
            required("loan_no"),
            required("seq"),
            required("due_on"),
            required("principal"),
            required("interest"),
            optional("fee")),
    TRANSACTIONS(
            required("txn_no"),
            required("loan_no"),
            required("type"),
            required("value_on"),
            required("amount"),
            optional("component"),
            optional("reverses")),
    HOLDS(
            required("hold_no"),
            required("scope"),
            required("ref_no"),
            required("reason"),
            required("starts_on"),
            optional("ends_on"),
            optional("channels"),
            optional("note")),
    PROMISES(required("promise_no"), required("loan_no"), required("made_on"), required("due_on"), required("amount"));

    private final List<Column> columns;

    FileKind(Column... columns) {
        this.columns = List.of(columns);
    }

    List<Column> columns() {
        return columns;
    }

    /** The name in policies and reports, and how file names of this kind begin: {@code loans}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns how the files of this kind are named. */
    NamePattern names() {
        return new NamePattern(code() + "*.csv");
    }

    /** Returns the kind of a file by its name: {@code loans*.csv}, also with {@code .gz} or {@code .zip}. */
    public static Optional<FileKind> of(String fileName) {
        if (!fileName.matches("[^.].*\\.csv(\\.gz|\\.zip)?")) {
            return Optional.empty();
        }
        for (FileKind kind : values()) {
            if (fileName.startsWith(kind.code())) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
