package org.arrears.core.policy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the {@code files} section. */
final class FilesReader {

    private static final Charset[] CHARSETS = {StandardCharsets.UTF_8, Charset.forName("GB18030")};
    private static final String[] FILES = {
        "customers", "loans", "installments", "transactions", "holds", "promises", "calendar"
    };
    private static final ValueKind<RejectBudget> BUDGET = ValueKind.of(
            RejectBudget::parse,
            "is not a count or a percentage",
            "a count like 25, or a percentage like 0.1% up to 100%");

    private FilesReader() {}

    static FilePolicy read(YamlSection section) {
        return new FilePolicy(
                section.get("charset", ValueKind.choice(CHARSETS, Charset::name), StandardCharsets.UTF_8),
                section.get("max-rejects", BUDGET, RejectBudget.DEFAULT),
                section.list("required", ValueKind.choice(FILES, name -> name), List.of()));
    }
}
