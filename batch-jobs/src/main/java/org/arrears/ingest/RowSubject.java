package org.arrears.ingest;

import java.util.Optional;
import java.util.stream.Collectors;
import org.arrears.run.FileDigest;

/**
 * What a row is about, as far as it can be read: its key, and the loan and the customer that it names.
 *
 * @param key of the row; of a row without a readable one a digest of its text, so that it is known when it comes again
 */
record RowSubject(String key, Optional<String> loanNo, Optional<String> customerNo) {

    private static final int MOST_OF_A_SEQ = 20;
    private static final int DIGEST = 16;

    /** Reads the subject of a rejected row. */
    static RowSubject of(FileKind kind, RowFields row, String text) {
        Optional<String> key = named(row.raw(0));
        return switch (kind) {
            case CALENDAR -> new RowSubject(orDigest(key, text), Optional.empty(), Optional.empty());
            case CUSTOMERS -> new RowSubject(orDigest(key, text), Optional.empty(), key);
            case LOANS -> new RowSubject(orDigest(key, text), key, Optional.empty());
            case INSTALLMENTS ->
                new RowSubject(
                        orDigest(key.map(loanNo -> loanNo + "/" + start(row.raw(1))), text), key, Optional.empty());
            case TRANSACTIONS, PROMISES -> new RowSubject(orDigest(key, text), named(row.raw(1)), Optional.empty());
            case HOLDS -> {
                Optional<String> ref = named(row.raw(2));
                String scope = row.raw(1);
                yield new RowSubject(
                        orDigest(key, text),
                        ref.filter(named -> !scope.equals("customer")),
                        ref.filter(named -> !scope.equals("loan")));
            }
        };
    }

    /** Returns a number without what cannot be seen and what a spreadsheet puts before it. */
    private static Optional<String> named(String value) {
        String seen = value.replaceAll("[\\p{Cc}\\p{Cf}\\p{Z}&&[^ ]]", "")
                .strip()
                .replaceFirst("^[='\"]+", "")
                .replaceFirst("\"$", "");
        return Optional.of(seen).filter(text -> !text.isEmpty() && text.length() <= RowFields.MAX_KEY);
    }

    private static String start(String seq) {
        String seen = seq.replaceAll("[\\p{Cc}\\p{Cf}]", "");
        return seen.substring(0, Math.min(seen.length(), MOST_OF_A_SEQ));
    }

    private static String orDigest(Optional<String> key, String text) {
        return key.orElseGet(() -> "row:" + FileDigest.ofText(text).substring(0, DIGEST));
    }

    /** Returns the key of the staged row with this alias, as SQL. */
    static String keySql(Destination destination, String alias) {
        return destination.key().stream()
                .map(column -> alias + "." + column + "::text")
                .collect(Collectors.joining(" || '/' || "));
    }

    /** Returns the loan that the staged row with this alias names, as SQL. */
    static String loanSql(FileKind kind, String alias) {
        return switch (kind) {
            case LOANS, INSTALLMENTS, TRANSACTIONS, PROMISES -> alias + ".loan_no";
            case HOLDS -> "CASE WHEN " + alias + ".scope = 'loan' THEN " + alias + ".ref_no END";
            case CALENDAR, CUSTOMERS -> "NULL";
        };
    }

    /** Returns the customer that the staged row with this alias names, as SQL. */
    static String customerSql(FileKind kind, String alias) {
        return switch (kind) {
            case CUSTOMERS -> alias + ".customer_no";
            case HOLDS -> "CASE WHEN " + alias + ".scope = 'customer' THEN " + alias + ".ref_no END";
            case CALENDAR, LOANS, INSTALLMENTS, TRANSACTIONS, PROMISES -> "NULL";
        };
    }
}
