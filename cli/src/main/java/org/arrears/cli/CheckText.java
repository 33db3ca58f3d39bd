package org.arrears.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.arrears.core.text.Shown;
import org.arrears.ingest.check.CheckedFile;
import org.arrears.ingest.check.CheckedInbox;
import org.arrears.ingest.inbox.PassedOver;
import org.arrears.print.Figures;

/** Prints what a check found for people; text from files is made harmless for a terminal. */
final class CheckText {

    private static final int MOST_PASSED_OVER = 20;

    private final PrintWriter out;

    CheckText(PrintWriter out) {
        this.out = out;
    }

    void print(CheckedFile file) {
        out.printf(
                Locale.ROOT,
                "%s  %s: %s rows, %s accepted, %s rejected%s%n",
                Shown.word(file.name()),
                file.kind().code(),
                Figures.grouped(file.rows()),
                Figures.grouped(file.accepted()),
                Figures.grouped(file.rejected()),
                sums(file));
        file.samples().forEach(sample -> out.println("  row     " + sample(sample)));
        for (CheckedFile.Reason reason : file.rejects()) {
            out.println("  " + Shown.word(file.name()) + ":" + reason.line() + ": " + Shown.sentence(reason.message())
                    + " [" + reason.code() + "]");
        }
        if (file.rejected() > file.rejects().size()) {
            out.printf(
                    Locale.ROOT,
                    "  and %s more (--show N, or --rejects DIR for all)%n",
                    Figures.grouped(file.rejected() - file.rejects().size()));
        }
        if (file.repeated() > 0) {
            out.printf(
                    Locale.ROOT,
                    "  %s accepted rows say again what an earlier row says%n",
                    Figures.grouped(file.repeated()));
        }
        file.notes().forEach(note -> out.println("  note    " + Shown.line(note)));
        file.refusal().ifPresent(refusal -> out.println("  REFUSED " + Shown.line(refusal.message())));
        out.flush();
    }

    /** Prints what of a folder is not read, at most so many entries. */
    void print(CheckedInbox inbox) {
        List<PassedOver> entries = inbox.passedOver();
        entries.stream()
                .limit(MOST_PASSED_OVER)
                .forEach(entry -> out.println("passed over  " + Shown.fileName(entry.name()) + ": " + entry.reason()));
        if (entries.size() > MOST_PASSED_OVER) {
            out.printf(
                    Locale.ROOT,
                    "passed over  and %s more (--format json lists all)%n",
                    Figures.grouped(entries.size() - MOST_PASSED_OVER));
        }
        inbox.refusal().ifPresent(refusal -> out.println("REFUSED   " + refusal.message()));
        out.flush();
    }

    private static String sums(CheckedFile file) {
        return file.sums().entrySet().stream()
                .map(sum -> ", " + sum.getKey() + " "
                        + sum.getValue().stripTrailingZeros().toPlainString())
                .collect(Collectors.joining());
    }

    private static String sample(Map<String, String> values) {
        return values.entrySet().stream()
                .filter(value -> !value.getValue().isEmpty())
                .map(value -> value.getKey() + "=" + Shown.word(value.getValue()))
                .collect(Collectors.joining(" "));
    }

    void verdict(List<CheckedInbox> inboxes, List<CheckedFile> files, int exitCode) {
        long refused = files.stream().filter(file -> file.refusal().isPresent()).count();
        long rejected = files.stream().mapToLong(CheckedFile::rejected).sum();
        boolean whole = inboxes.stream().anyMatch(inbox -> inbox.refusal().isPresent());
        String text = whole
                ? "the folder would be refused before anything of it is read"
                : refused > 0
                        ? refused + (refused == 1 ? " file" : " files") + " would be refused, and the run with it"
                        : rejected > 0
                                ? String.format(
                                        Locale.ROOT,
                                        "would be loaded without %s rejected rows",
                                        Figures.grouped(rejected))
                                : "would be loaded whole";
        out.println("verdict   " + text + " (exit code " + exitCode + ")");
    }
}
