package org.arrears.ingest.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;
import org.arrears.ingest.check.CheckedFile.Refusal;
import org.arrears.ingest.file.ControlFile;
import org.arrears.ingest.file.ControlTotals;
import org.arrears.ingest.file.CsvRow;
import org.arrears.ingest.file.CsvRows;
import org.arrears.ingest.file.FileStamp;
import org.arrears.ingest.file.InputFile;
import org.arrears.ingest.file.Layout;
import org.arrears.ingest.file.RowLoop;
import org.arrears.ingest.inbox.Delivery;
import org.arrears.ingest.inbox.Inbox;
import org.arrears.ingest.inbox.RejectFile;
import org.arrears.ingest.kind.Column;
import org.arrears.ingest.kind.FileKind;
import org.arrears.ingest.kind.Masked;
import org.arrears.ingest.kind.Reject;
import org.arrears.ingest.kind.RejectCode;
import org.arrears.ingest.kind.RowFields;
import org.arrears.ingest.kind.RowSubject;
import org.arrears.ingest.kind.StageCheck;
import org.arrears.ingest.mapping.Mapping;
import org.arrears.run.FileDigest;

/** Checks files as a load would, with the same code and without a database: nothing is stored. */
public final class FileCheck {

    /** Keys of a delivery that are compared: 192 MiB of memory. */
    static final int MOST_KEYS = 12_000_000;

    private static final int SAMPLES = 3;

    private final CheckRequest request;
    private final List<CheckedInbox> inboxes;
    private final List<InputFile> files;
    private final CheckedKeys keys;

    private FileCheck(CheckRequest request, List<CheckedInbox> inboxes, List<InputFile> files) {
        this.request = request;
        this.inboxes = inboxes;
        this.files = files;
        this.keys = new CheckedKeys(request.dialect().mapping().kinds(), files);
    }

    /**
     * Opens what is to be checked.
     *
     * @throws ArrearsException if a folder cannot be listed or lacks a required file, or a file is none by its name
     */
    public static FileCheck of(CheckRequest request) {
        List<InputFile> files = new ArrayList<>();
        List<CheckedInbox> inboxes = new ArrayList<>();
        Mapping mapping = request.dialect().mapping();
        Set<Path> own = request.rejectFolder().stream()
                .map(folder -> folder.toAbsolutePath().normalize())
                .collect(Collectors.toSet());
        for (Path path : request.paths()) {
            if (Files.isDirectory(path)) {
                Inbox inbox = Inbox.of(path, mapping, own);
                inboxes.add(CheckedInbox.of(inbox));
                inbox.require(request.required());
                files.addAll(inbox.files());
            } else {
                files.add(Inbox.single(path, mapping, isCorrected(path)));
            }
        }
        if (files.isEmpty()
                && inboxes.stream().allMatch(inbox -> inbox.refusal().isEmpty())) {
            throw new ArrearsException(
                    FailureKind.INPUT_REFUSED,
                    "no input files in " + request.paths() + ": see the names in the manual");
        }
        files.sort(Inbox.loadOrder(mapping.kinds()));
        return new FileCheck(request, inboxes, files);
    }

    private static boolean isCorrected(Path path) {
        return path.toString().endsWith(".rows.csv");
    }

    /** Returns what else lies in the folders that are checked. */
    public List<CheckedInbox> inboxes() {
        return List.copyOf(inboxes);
    }

    /** Checks kind after kind, in load order, handing results on as soon as they are there. */
    public void run(Consumer<CheckedFile> result) {
        Delivery.of(files).forEach(delivery -> check(delivery).forEach(result));
    }

    /** What the files of a delivery have told so far: its keys, and the loans of which a row was rejected. */
    private record Seen(KeySet keys, Set<String> incomplete) {}

    private List<CheckedFile> check(Delivery delivery) {
        Seen seen = new Seen(new KeySet(MOST_KEYS), new HashSet<>());
        List<Findings> all = new ArrayList<>();
        try {
            for (InputFile file : delivery.files()) {
                Findings findings = new Findings(file, request.shown(), keys.notes(file.kind()));
                all.add(findings);
                findings.unlessRefused(() -> read(findings, seen));
            }
            for (Findings findings : all) {
                findings.unlessRefused(() -> rejectIncomplete(findings, seen.incomplete()));
                findings.unlessRefused(() -> requireBudget(findings));
            }
        } finally {
            all.forEach(Findings::close);
        }
        return all.stream().map(Findings::result).toList();
    }

    private void read(Findings findings, Seen seen) throws IOException {
        InputFile file = findings.file;
        file.requirePlain();
        FileStamp stamp = FileStamp.of(file);
        Optional<ControlFile> control = ControlFile.of(file);
        ControlTotals totals = new ControlTotals(file.kind());
        findings.totals = Optional.of(totals);
        if (control.isPresent()) {
            control.get().checkDigest(FileDigest.of(file.path()).sha256());
        }
        try (CsvRows rows = CsvRows.open(file, request.dialect())) {
            findings.rejects = Optional.of(new RejectFile(request.rejectFolder(), file.name(), rows.header()));
            KeySink sink = new KeySink(file.kind());
            Unwritable unwritable = new Unwritable(file.kind(), request.unwritable());
            RowLoop.Listener listener = new RowLoop.Listener() {
                @Override
                public void accepted(RowFields row) {
                    keys.checkReferences(file.kind(), row);
                    if (row.isGood() && isRepeated(row, file.kind(), sink, seen.keys())) {
                        findings.repeatedLines.set(row.line());
                    } else if (row.isGood()) {
                        keys.add(file.kind(), row);
                        unwritable.look(row);
                        findings.sample(row, rows.layout());
                    }
                }

                @Override
                public void rejected(RowFields row, Reject reject) {
                    findings.reject(reject, rows.rawRow());
                    if (file.kind().isWholeByLoan() && reject.code() != RejectCode.UNKNOWN_LOAN) {
                        RowSubject.of(file.kind(), row, "").loanNo().ifPresent(seen.incomplete()::add);
                    }
                }
            };
            new RowLoop(rows, keys.currencies(), totals, listener).into(sink, 0);
            findings.notes.addAll(unwritable.notes());
            if (!seen.keys().isComplete()) {
                findings.notes.add("duplicate keys checked only against the first " + MOST_KEYS + " rows");
            }
            control.ifPresent(stated -> stated.checkTotals(totals, rows.layout()));
        } catch (SQLException impossible) {
            throw new IllegalStateException("a check has no database", impossible);
        }
        stamp.requireUnchanged();
    }

    /** Says whether a row says what an earlier one under its key says; rejects it if it says something else. */
    private static boolean isRepeated(RowFields row, FileKind kind, KeySink sink, KeySet seen) {
        KeySet.Found found = seen.add(sink.key(), sink.content());
        boolean repeated = found == KeySet.Found.SAME && kind.mayRepeat();
        if (found != KeySet.Found.NEW && !repeated) {
            StageCheck twice = StageCheck.duplicateKey(kind);
            row.reject(0, row.raw(0), twice.code(), twice.rule());
        }
        return repeated;
    }

    /** Reads a file once more and rejects the rows of loans of which another row was rejected. */
    private void rejectIncomplete(Findings findings, Set<String> loans) throws IOException {
        if (loans.isEmpty()) {
            return;
        }
        StageCheck incomplete = StageCheck.loanIncomplete();
        try (CsvRows rows = CsvRows.open(findings.file, request.dialect())) {
            CsvRow text = rows.row();
            RowFields row = text.fields();
            while (rows.next(text)) {
                if (!findings.rejectedLines.get(row.line()) && loans.contains(row.raw(0))) {
                    row.reject(0, row.raw(0), incomplete.code(), incomplete.rule());
                    findings.incomplete++;
                    findings.reject(row.problem().orElseThrow(), rows.rawRow());
                }
            }
        }
    }

    private void requireBudget(Findings findings) {
        long rejected = findings.rejected() - findings.incomplete;
        if (!request.maxRejects().allows(rejected, findings.rows())) {
            throw new ArrearsException(
                    FailureKind.INPUT_REFUSED,
                    findings.file.name() + ": " + rejected + " of " + findings.rows()
                            + " rows rejected, more than the error budget of " + request.maxRejects()
                            + " (--max-rejects)");
        }
    }

    /** What has been found in a file so far. */
    private static final class Findings {

        private final InputFile file;
        private final int shown;
        private final List<String> notes;
        private final List<Map<String, String>> samples = new ArrayList<>();
        private final List<CheckedFile.Reason> reasons = new ArrayList<>();
        private final BitSet rejectedLines = new BitSet();
        private final BitSet repeatedLines = new BitSet();
        private Optional<ControlTotals> totals = Optional.empty();
        private Optional<RejectFile> rejects = Optional.empty();
        private Optional<Refusal> refusal = Optional.empty();
        private long incomplete;

        Findings(InputFile file, int shown, List<String> notes) {
            this.file = file;
            this.shown = shown;
            this.notes = new ArrayList<>(notes);
        }

        /** A part of the check. */
        private interface Part {

            void run() throws IOException;
        }

        void unlessRefused(Part part) {
            if (refusal.isPresent()) {
                return;
            }
            try {
                part.run();
            } catch (ArrearsException refused) {
                refusal = Optional.of(new Refusal(refused.kind(), String.valueOf(refused.getMessage())));
            } catch (IOException unreadable) {
                ArrearsException refused = FileStamp.unreadable(file, unreadable);
                refusal = Optional.of(new Refusal(refused.kind(), String.valueOf(refused.getMessage())));
            }
        }

        long rows() {
            return totals.map(ControlTotals::rows).orElse(0L);
        }

        long rejected() {
            return rejects.map(RejectFile::count).orElse(0L);
        }

        CheckedFile result() {
            return new CheckedFile(
                    file.name(),
                    file.kind(),
                    rows(),
                    rejected(),
                    repeatedLines.cardinality(),
                    totals.map(ControlTotals::sums).orElse(Map.of()),
                    samples,
                    reasons,
                    notes,
                    refusal);
        }

        void close() {
            rejects.ifPresent(RejectFile::close);
        }

        void sample(RowFields row, Layout layout) {
            if (samples.size() < SAMPLES) {
                Map<String, String> values = new LinkedHashMap<>();
                for (int i = 0; i < layout.kind().columns().size(); i++) {
                    Column column = layout.kind().columns().get(i);
                    values.put(column.name(), Masked.value(column, row.raw(i)));
                }
                samples.add(values);
            }
        }

        void reject(Reject reject, String text) {
            rejects.orElseThrow().add(file.name(), reject, text);
            int line = Math.toIntExact(reject.line());
            rejectedLines.set(line);
            repeatedLines.clear(line);
            if (reasons.size() < shown) {
                reasons.add(CheckedFile.Reason.of(Masked.reject(file.kind(), reject)));
            }
        }
    }
}
