package org.arrears.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.arrears.core.policy.PolicyReader;
import org.arrears.disk.NamedOutput;
import org.arrears.disk.OnDisk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is published is on disk before it can be seen, and stays there. */
class RunFolderTest {

    private static final String YAML =
            "policy: p\npenalty: { multiple: 1.5 }\nbuckets: { ranges: { M0: 0, M1: 1+ } }\n";

    private final Path out;
    private final Run run;
    private final List<String> waits = new ArrayList<>();

    RunFolderTest(@TempDir Path folder) {
        this.out = folder.resolve("new/out");
        this.run = PolicyReader.read(YAML.getBytes(java.nio.charset.StandardCharsets.UTF_8), "policy.yaml")
                .match(
                        (policy, warnings) -> new Run(
                                new RunRequest(
                                        "nightly",
                                        LocalDate.of(2026, 9, 30),
                                        folder,
                                        out,
                                        folder,
                                        new RunRequest.PolicyFile(policy, YAML),
                                        RunRequest.Options.ORDINARY),
                                1,
                                1),
                        errors -> {
                            throw new AssertionError(errors);
                        });
    }

    /** A run folder that writes down what it waits for and what could be seen at that moment. */
    private RunFolder folder() {
        return new RunFolder(
                run,
                tree -> {
                    OnDisk.tree(tree);
                    waits.add("tree " + tree.getFileName() + ", seen: " + seen());
                },
                names -> {
                    OnDisk.folder(names);
                    waits.add("names in " + names.getFileName() + ", seen: " + seen());
                });
    }

    private String seen() throws IOException {
        Path file = out.resolve("2026-09-30/letters/a.txt");
        return Files.exists(file) ? Files.readString(file) : "nothing";
    }

    private void write(RunFolder folder, String text) throws IOException {
        folder.clear();
        try (OutputStream file = folder.open("letters/a.txt")) {
            file.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    @Test
    void allFilesAreOnDiskBeforeTheFolderIsSeenAndItsNameBeforePublishingEnds() throws IOException {
        RunFolder folder = folder();
        write(folder, "first");
        assertEquals(List.of(), waits);
        folder.publish();
        assertEquals(
                List.of("tree .nightly-2026-09-30-1.1.partial, seen: nothing", "names in out, seen: first"), waits);
    }

    @Test
    void whatARerunReplacesGoesOnlyWhenTheNewIsOnDisk() throws IOException {
        write(folder(), "first");
        folder().publish();
        waits.clear();
        RunFolder folder = new RunFolder(run, OnDisk::tree, names -> {
            Path replaced = out.resolve(".nightly-2026-09-30-1.replaced/letters/a.txt");
            waits.add("seen: " + seen() + ", kept: " + Files.readString(replaced));
        });
        write(folder, "second");
        folder.publish();
        assertEquals(List.of("seen: second, kept: first"), waits);
        assertFalse(Files.exists(out.resolve(".nightly-2026-09-30-1.replaced")));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskNamesTheFileThatWasBeingWritten() throws IOException {
        Path file = out.resolve("letters.csv");
        IOException full = org.junit.jupiter.api.Assertions.assertThrows(IOException.class, () -> {
            try (OutputStream device = Files.newOutputStream(Path.of("/dev/full"), StandardOpenOption.WRITE);
                    OutputStream named = new NamedOutput(file, device)) {
                named.write(new byte[100]);
            }
        });
        String said =
                String.valueOf(Fault.of(new java.io.UncheckedIOException(full)).getMessage());
        assertTrue(said.contains(file + ": No space left on device"), said);
        assertTrue(said.contains("make room"), said);
    }
}
