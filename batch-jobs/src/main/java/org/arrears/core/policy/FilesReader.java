package org.arrears.core.policy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

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

    private static final ValueKind<Long> SIZE =
            ValueKind.of(FilesReader::size, "is not a size", "a size from 1MiB up to 9999GiB, like 512MiB or 20GiB");

    private FilesReader() {}

    private static Optional<Long> size(String text) {
        if (!text.matches("[1-9][0-9]{0,3}[MG]iB")) {
            return Optional.empty();
        }
        long number = Long.parseLong(text.substring(0, text.length() - 3));
        return Optional.of(number << (text.endsWith("GiB") ? 30 : 20));
    }

    static FilePolicy read(YamlSection section) {
        return new FilePolicy(
                section.get("charset", ValueKind.choice(CHARSETS, Charset::name), StandardCharsets.UTF_8),
                section.get("max-rejects", BUDGET, RejectBudget.DEFAULT),
                section.list("required", ValueKind.choice(FILES, name -> name), List.of()),
                section.get("max-unpacked", SIZE, FilePolicy.MAX_UNPACKED));
    }
}
