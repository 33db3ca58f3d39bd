package org.arrears.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;
import org.arrears.ingest.CheckedFile.Refusal;
import org.arrears.run.FileDigest;

/** Checks files as a load would, with the same code and without a database: nothing is stored. */
public final class FileCheck {

    /** Keys of one file that are compared: 128 MiB of memory. */
    static final int MOST_KEYS = 12_000_000;

    private static final int SAMPLES = 3;

    private final CheckRequest request;
    private final List<InputFile> files;
    private final CheckedKeys keys;

    private FileCheck(CheckRequest request, List<InputFile> files) {
        this.request = request;
        this.files = files;
        this.keys = new CheckedKeys(files);
    }

    /**
     * Opens what is to be checked.
     *
     * @throws ArrearsException if a folder cannot be listed or lacks a required file, or a file is none by its name
     */
    public static FileCheck of(CheckRequest request) {
        List<InputFile> files = new ArrayList<>();
        Mapping mapping = request.dialect().mapping();
        for (Path path : request.paths()) {
            if (Files.isDirectory(path)) {
                Inbox inbox = Inbox.of(path, mapping);
                inbox.require(request.required());
                files.addAll(inbox.files());
            } else {
                files.add(Inbox.single(path, mapping, isCorrected(path)));
            }
        }
        if (files.isEmpty()) {
            throw new ArrearsException(
                    FailureKind.INPUT_REFUSED,
                    "no input files in " + request.paths() + ": see the names in the manual");
        }
        files.sort(Inbox.LOAD_ORDER);
        return new FileCheck(request, files);
    }

    private static boolean isCorrected(Path path) {
        return path.toString().endsWith(".rows.csv");
    }

    /** Checks file after file, in load order, handing each result on as soon as it is there. */
    public void run(Consumer<CheckedFile> result) {
        files.forEach(file -> result.accept(check(file)));
    }

    private CheckedFile check(InputFile file) {
        Findings findings = new Findings(request.shown());
        List<String> notes = new ArrayList<>(keys.notes(file.kind()));
        Optional<Refusal> refusal = Optional.empty();
        try {
            file.requirePlain();
            read(file, findings, notes);
        } catch (ArrearsException refused) {
            refusal = Optional.of(new Refusal(refused.kind(), String.valueOf(refused.getMessage())));
        }
        return new CheckedFile(
                file.name(),
                file.kind(),
                findings.rows(),
                findings.rejected,
                findings.sums(),
                findings.samples,
                findings.reasons,
                notes,
                refusal);
    }

    private void read(InputFile file, Findings findings, List<String> notes) {
        FileStamp stamp = FileStamp.of(file);
        Optional<ControlFile> control = ControlFile.of(file);
        Destination destination = destination(file);
        ControlTotals totals = new ControlTotals(file.kind(), destination.summed());
        findings.totals = Optional.of(totals);
        try {
            if (control.isPresent()) {
                control.get().checkDigest(FileDigest.of(file.path()).sha256());
            }
            try (CsvRows rows = CsvRows.open(file, request.dialect());
                    RejectFile rejects = rejectFile(file, rows.header())) {
                KeySink sink = new KeySink(destination);
                KeySet seen = new KeySet(MOST_KEYS);
                RowLoop.Listener listener = new RowLoop.Listener() {
                    @Override
                    public void accepted(RowFields row) {
                        keys.checkReference(destination, file.kind(), row);
                        if (row.isGood() && !seen.add(sink.key())) {
                            StageCheck twice = StageCheck.duplicateKey(destination);
                            row.reject(0, row.raw(0), twice.code(), twice.rule());
                        }
                        if (row.isGood()) {
                            keys.add(file.kind(), row);
                            findings.sample(row, rows.layout());
                        }
                    }

                    @Override
                    public void rejected(Reject reject) {
                        findings.reject(reject);
                        rejects.add(file.name(), reject, rows.rawRow());
                    }
                };
                new RowLoop(rows, destination, totals, listener).into(sink, 0);
                if (!seen.isComplete()) {
                    notes.add("duplicate keys checked only against the first " + MOST_KEYS + " rows");
                }
                control.ifPresent(stated -> stated.checkTotals(totals, rows.layout()));
            }
        } catch (IOException unreadable) {
            throw FileStamp.unreadable(file, unreadable);
        } catch (SQLException impossible) {
            throw new IllegalStateException("a check has no database", impossible);
        }
        stamp.requireUnchanged();
        requireBudget(file, findings);
    }

    private RejectFile rejectFile(InputFile file, String header) {
        return new RejectFile(request.rejectFolder(), file.name(), header);
    }

    private void requireBudget(InputFile file, Findings findings) {
        if (!request.maxRejects().allows(findings.rejected, findings.rows())) {
            throw new ArrearsException(
                    FailureKind.INPUT_REFUSED,
                    file.name() + ": " + findings.rejected + " of " + findings.rows()
                            + " rows rejected, more than the error budget of " + request.maxRejects()
                            + " (--max-rejects)");
        }
    }

    private Destination destination(InputFile file) {
        return switch (file.kind()) {
            case CALENDAR -> new CalendarTable();
            case CUSTOMERS -> new CustomerTable();
            case LOANS -> new LoanTable();
            case INSTALLMENTS -> new InstallmentTable(keys.currencies(), file.corrected());
            case TRANSACTIONS -> new TransactionTable(keys.currencies());
            case HOLDS -> new HoldTable();
            case PROMISES -> new PromiseTable(keys.currencies());
        };
    }

    /** What has been found in a file so far. */
    private static final class Findings {

        private final int shown;
        private final List<Map<String, String>> samples = new ArrayList<>();
        private final List<CheckedFile.Reason> reasons = new ArrayList<>();
        private Optional<ControlTotals> totals = Optional.empty();
        private long rejected;

        Findings(int shown) {
            this.shown = shown;
        }

        long rows() {
            return totals.map(ControlTotals::rows).orElse(0L);
        }

        Map<String, java.math.BigDecimal> sums() {
            return totals.map(ControlTotals::sums).orElse(Map.of());
        }

        void sample(RowFields row, Layout layout) {
            if (samples.size() < SAMPLES) {
                Map<String, String> values = new LinkedHashMap<>();
                for (int i = 0; i < layout.kind().columns().size(); i++) {
                    values.put(layout.name(i), masked(layout.name(i), row.raw(i)));
                }
                samples.add(values);
            }
        }

        /** Whoever writes an export needs the form of such a value, not the value. */
        private static String masked(String column, String value) {
            boolean personal = column.equals("id_no") || column.equals("phone") || column.equals("email");
            return personal ? "*".repeat(Math.min(value.length(), 20)) : value;
        }

        void reject(Reject reject) {
            rejected++;
            if (reasons.size() < shown) {
                reasons.add(CheckedFile.Reason.of(reject));
            }
        }
    }
}
