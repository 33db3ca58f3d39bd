package org.arrears.ingest.kind;

import java.util.Optional;
import java.util.stream.Collectors;
import org.arrears.run.FileDigest;

/**
 * What a row is about, as far as it can be read: its key, and the loan and the customer that it names.
 *
 * @param key of the row; of a row without a readable one a digest of its text, so that it is known when it comes again
 */
public record RowSubject(String key, Optional<String> loanNo, Optional<String> customerNo) {

    private static final int MOST_OF_A_PART = 20;
    private static final int DIGEST = 16;

    /** Reads the subject of a rejected row. */
    public static RowSubject of(FileKind kind, RowFields row, String text) {
        return new RowSubject(
                key(kind, row).orElseGet(() -> "row:" + FileDigest.ofText(text).substring(0, DIGEST)),
                named(Target.LOAN, kind, row),
                named(Target.CUSTOMER, kind, row));
    }

    private static Optional<String> key(FileKind kind, RowFields row) {
        return named(row.raw(0)).map(first -> {
            StringBuilder key = new StringBuilder(first);
            for (int i = 1; i < kind.key().size(); i++) {
                key.append('/').append(start(row.raw(i)));
            }
            return key.toString();
        });
    }

    /** A row that is a loan or a customer itself names nobody else. */
    private static Optional<String> named(Target target, FileKind kind, RowFields row) {
        if (kind.identifies().isPresent()) {
            return kind.identifies().filter(target::equals).flatMap(same -> named(row.raw(0)));
        }
        return kind.references().stream()
                .filter(reference -> reference.to() == target && reference.mayHold(kind, row))
                .findFirst()
                .flatMap(reference -> named(row.raw(kind.columns().indexOf(reference.column()))));
    }

    /** Returns a number without what cannot be seen and what a spreadsheet puts before it. */
    private static Optional<String> named(String value) {
        String seen = value.replaceAll("[\\p{Cc}\\p{Cf}\\p{Z}&&[^ ]]", "")
                .strip()
                .replaceFirst("^[='\"]+", "")
                .replaceFirst("\"$", "");
        return Optional.of(seen).filter(text -> !text.isEmpty() && text.length() <= RowFields.MAX_KEY);
    }

    private static String start(String part) {
        String seen = part.replaceAll("[\\p{Cc}\\p{Cf}]", "");
        return seen.substring(0, Math.min(seen.length(), MOST_OF_A_PART));
    }

    /** Returns the key of the staged row with this alias, as SQL. */
    public static String keySql(FileKind kind, String alias) {
        return kind.key().stream()
                .map(column -> alias + "." + column + "::text")
                .collect(Collectors.joining(" || '/' || "));
    }

    /** Returns what the staged row with this alias names, as SQL. */
    public static String sql(Target target, FileKind kind, String alias) {
        if (kind.identifies().isPresent()) {
            return kind.identifies()
                    .filter(target::equals)
                    .map(same -> alias + "." + kind.key().get(0))
                    .orElse("NULL");
        }
        return kind.references().stream()
                .filter(reference -> reference.to() == target)
                .findFirst()
                .map(reference -> reference.sql(alias))
                .orElse("NULL");
    }
}
