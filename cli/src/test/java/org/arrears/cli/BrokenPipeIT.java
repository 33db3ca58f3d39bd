package org.arrears.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.arrears.cli.Shell.Ended;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A reader that has had enough is no failure; a result that could not be written is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokenPipeIT {

    /** Says how the command ended that fed the pipe. */
    private static final String READ_BY =
            "set -o pipefail; \"$@\" 2>\"$ERR\" | %s >\"$OUT\"; echo ${PIPESTATUS[0]} >\"$CODE\"";

    private Path folder = Path.of("");
    private Lender lender = new Lender("broken_pipe", folder);

    @BeforeAll
    void runANight(@TempDir Path fresh) {
        folder = fresh;
        lender = new Lender("broken_pipe", fresh);
        lender.run(Lender.NIGHT_1).with(ExitCodes.DONE_WITH_REJECTS);
    }

    private Ended run(String script, String line) throws IOException, InterruptedException {
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        Path code = folder.resolve("code.txt");
        List<String> words = new ArrayList<>(List.of(line.split(" ", -1)));
        words.addAll(List.of("--home", lender.home().toString(), "--db", lender.url()));
        String named = "OUT='" + out + "' ERR='" + err + "' CODE='" + code + "'; ";
        lender.shell()
                .start(folder.resolve("messages.txt"), named + script, words)
                .waitFor();
        return new Ended(
                Integer.parseInt(Files.readString(code).strip()), Files.readString(out), Files.readString(err));
    }

    @Test
    void aReaderThatTakesTheFirstLineGetsItAndTheCommandEndsQuietly() throws Exception {
        Ended ended = run(READ_BY.formatted("head -1"), "export accounts --as-of 2026-09-29 --quiet -o -");
        assertEquals(ExitCodes.DONE, ended.code(), ended.err());
        assertTrue(ended.out().startsWith("loan_no,customer_no"), ended.out());
        assertEquals(1, ended.out().lines().count());
        assertEquals("", ended.err());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "export accounts --as-of 2026-09-29 --quiet",
                "export accounts --as-of 2026-09-29 --quiet --format json",
                "export accounts --as-of 2026-09-29 --quiet --format xlsx",
                "report ageing --as-of 2026-09-29 --quiet --format html",
                "explain LN2026000019 --as-of 2026-09-29",
                "explain LN2026000019 --as-of 2026-09-29 --format json",
                "runs list",
                "runs show nightly-2026-09-29-1",
                "rejects list",
                "policy diff ../sample-data/policy.yaml ../sample-data/policy.yaml --as-of 2026-09-29"
            })
    void whoReadsNothingAtAllIsNoFailureOfAnyCommand(String line) throws Exception {
        Ended ended = run(READ_BY.formatted("true"), line);
        assertEquals(ExitCodes.DONE, ended.code(), ended.err());
        assertTrue(ended.err().lines().noneMatch(said -> said.startsWith("arrears")), ended.err());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "export accounts --as-of 2026-09-29 --quiet",
                "export accounts --as-of 2026-09-29 --quiet --format xlsx",
                "explain LN2026000019 --as-of 2026-09-29",
                "runs list"
            })
    void aFullDiskIsAFailureOfEveryCommand(String line) throws Exception {
        Ended ended = run("\"$@\" 2>\"$ERR\" >/dev/full; echo $? >\"$CODE\"; : >\"$OUT\"", line);
        assertEquals(ExitCodes.FAILED, ended.code(), ended.err());
        assertTrue(ended.err().contains("arrears: "), ended.err());
        assertEquals(1, ended.err().lines().count(), ended.err());
    }

    @Test
    void nothingHalfIsLeftWhereAFileWasAskedFor() throws Exception {
        run(READ_BY.formatted("true"), "export accounts --as-of 2026-09-29 --quiet -o " + folder.resolve("whole.csv"));
        try (Stream<Path> files = Files.list(folder)) {
            assertTrue(files.noneMatch(file -> file.toString().endsWith(".partial")));
        }
        assertTrue(Files.readString(folder.resolve("whole.csv")).endsWith("\n"));
    }
}
