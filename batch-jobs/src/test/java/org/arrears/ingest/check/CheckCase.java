package org.arrears.ingest.check;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.arrears.core.policy.RejectBudget;
import org.arrears.ingest.file.Dialect;
import org.arrears.ingest.mapping.Mapping;
import org.arrears.ingest.mapping.MappingReader;

/** A folder of input files and how they are checked. */
public final class CheckCase {

    public static final String LOANS_HEADER =
            "loan_no,customer_no,product,currency,principal,annual_rate,disbursed_on,matures_on\n";
    public static final String LOAN = "L1,C1,AUTO,CNY,1000.00,0.072,2026-01-01,2027-01-01\n";
    public static final String CUSTOMERS = "customer_no,name\nC1,A\nC2,B\n";
    public static final String INSTALLMENTS_HEADER = "loan_no,seq,due_on,principal,interest,fee\n";

    private final Path folder;
    private Dialect dialect = Dialect.PLAIN;
    private RejectBudget budget = RejectBudget.parse("100%").orElseThrow();

    public CheckCase(Path folder) {
        this.folder = folder;
    }

    public CheckCase file(String name, String text) throws IOException {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    public CheckCase file(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
        return this;
    }

    public CheckCase mapping(String yaml) {
        Mapping mapping = MappingReader.parse(yaml.getBytes(StandardCharsets.UTF_8), "mapping.yaml");
        dialect = new Dialect(dialect.charset(), dialect.maxUnpacked(), mapping);
        return this;
    }

    public CheckCase dialect(Dialect other) {
        dialect = other;
        return this;
    }

    CheckCase budget(String text) {
        budget = RejectBudget.parse(text).orElseThrow();
        return this;
    }

    /** Checks the whole folder. */
    public List<CheckedFile> check() {
        List<CheckedFile> checked = new ArrayList<>();
        CheckRequest request = new CheckRequest(
                List.of(folder),
                dialect,
                budget,
                List.of(),
                Optional.of(folder.resolve("out")),
                text -> text.contains("\u2603") ? Optional.of("U+2603") : Optional.empty(),
                20);
        FileCheck.of(request).run(checked::add);
        return checked;
    }

    /** Checks the folder and returns what it found in one file. */
    public CheckedFile checked(String name) {
        return check().stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Checks the folder and returns why a file is refused. */
    public String refusal(String name) {
        return checked(name).refusal().orElseThrow().message();
    }

    public static BigDecimal principal(CheckedFile file) {
        return Objects.requireNonNull(file.sums().get("principal"));
    }

    /** Checks one row of a file and returns its reject code, or {@code ok}. */
    public static String code(CheckedFile file) {
        return file.rejects().isEmpty() ? "ok" : file.rejects().get(0).code();
    }
}
