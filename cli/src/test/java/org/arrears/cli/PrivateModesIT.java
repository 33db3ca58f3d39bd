package org.arrears.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.arrears.disk.PrivateFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that is made is for its owner only, also without the launcher and with a umask that hides nothing. */
class PrivateModesIT {

    private static final List<String> NIGHT = List.of(
            "nightly",
            "--as-of=" + Lender.NIGHT_1,
            "--in=" + Lender.sampleInbox(Lender.NIGHT_1),
            "--policy=" + Lender.policy());

    private final Path folder;
    private final Path made;

    PrivateModesIT(@TempDir Path folder) {
        this.folder = folder;
        this.made = folder.resolve("made");
    }

    private void run(int code, List<String> command, String... more) throws Exception {
        List<String> arguments = new ArrayList<>(command);
        arguments.addAll(List.of(more));
        Path messages = folder.resolve("messages.txt");
        Process process = new Shell(Map.of()).start(messages, "umask 000; exec \"$@\"", arguments);
        assertEquals(code, process.waitFor(), Files.readString(messages));
    }

    /** All that is open to others; a link has no mode of its own. */
    private static SortedMap<Path, String> open(Path root) throws IOException {
        SortedMap<Path, String> open = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.filter(path -> !Files.isSymbolicLink(path)).toList()) {
                String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
                if (!mode.endsWith("------")) {
                    open.put(path, mode);
                }
            }
        }
        return open;
    }

    @Test
    void whateverACommandMakesIsForItsOwnerOnly() throws Exception {
        String home = "--home=" + made.resolve("home");
        String out = "--out=" + made.resolve("out");
        run(ExitCodes.DONE_WITH_REJECTS, NIGHT, home, out);
        run(ExitCodes.DONE_WITH_REJECTS, NIGHT, home, out, "--dry-run", "--rerun");
        for (String form : List.of("csv", "xlsx")) {
            run(
                    ExitCodes.DONE,
                    List.of("export", "accounts", "--as-of", Lender.NIGHT_1),
                    home,
                    "-o",
                    made.resolve("accounts." + form).toString());
        }
        run(
                ExitCodes.DONE,
                List.of("report", "ageing", "--as-of", Lender.NIGHT_1, "--format", "html"),
                home,
                "-o",
                made.resolve("ageing.html").toString());
        run(
                ExitCodes.DONE,
                List.of("template", "preview", "letters/demand.zh.vm", "--templates", "../templates"),
                "-o",
                made.resolve("demand.pdf").toString());
        run(
                ExitCodes.DONE_WITH_REJECTS,
                List.of("check", Lender.sampleInbox(Lender.NIGHT_1).toString()),
                "--max-rejects=99",
                "--rejects=" + made.resolve("rejects"));
        assertTrue(Files.isDirectory(made.resolve("home/dry-run")));
        assertTrue(Files.isRegularFile(made.resolve("home/postgres/server.log")));
        assertTrue(Files.isDirectory(made.resolve("rejects")));
        assertEquals(Map.of(), open(made));
    }

    @Test
    void aFileThatWasOpenIsPrivateOnceItIsWrittenOver() throws Exception {
        PrivateFiles.createFolders(made.resolve("home"));
        Path preview = Files.writeString(made.resolve("demand.pdf"), "before");
        Path log = Files.writeString(made.resolve("home/defect.log"), "before\n");
        for (Path file : List.of(preview, log)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        }
        run(
                ExitCodes.DONE,
                List.of("template", "preview", "letters/demand.zh.vm", "--templates", "../templates"),
                "-o",
                preview.toString());
        Console unheard = new Console(
                new java.io.PrintWriter(java.io.Writer.nullWriter()),
                new java.io.PrintWriter(java.io.Writer.nullWriter()),
                Map.of(),
                java.time.Clock.systemUTC(),
                false);
        Path home = made.resolve("home");
        Failures.Place place = new Failures.Place(home, Hints.at(unheard, home));
        Failures.report(new IllegalStateException("broken"), unheard, place, false);
        assertTrue(Files.readString(log).contains("IllegalStateException: broken"));
        for (Path file : List.of(preview, log)) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
    }
}
