package org.arrears.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import org.arrears.cli.Shell.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --dry-run}: what would come of it, and nothing else. */
class DryRunIT {

    private final Lender lender;

    DryRunIT(@TempDir Path folder) {
        this.lender = new Lender("dry", folder);
    }

    private Path dryFolder(String name) {
        return lender.home().resolve("dry-run/out").resolve(name);
    }

    private List<String> copies() {
        return lender.jdbc()
                .sql("SELECT datname FROM pg_database WHERE datname LIKE '%dry_run'")
                .query(String.class)
                .list();
    }

    @Test
    void aDryNightShowsWhatTheNightWouldGiveAndLeavesAllAsItWas() {
        lender.run(Lender.NIGHT_1).with(ExitCodes.DONE_WITH_REJECTS);
        Map<String, List<String>> tables = Tables.rows(lender.jdbc());
        Map<String, String> files = new Tree(lender.out()).bytesAndTimes();
        Ended dry = lender.run(Lender.NIGHT_2, "--dry-run").with(ExitCodes.DONE_WITH_REJECTS);
        assertTrue(dry.err().contains("dry run: the database and the outbox are as they were; look at "), dry.err());
        assertEquals(List.of(), Tables.differences(tables, Tables.rows(lender.jdbc())));
        assertEquals(files, new Tree(lender.out()).bytesAndTimes());
        assertEquals(List.of(), copies());
        assertEquals(
                1,
                lender.jdbc()
                        .sql("SELECT count(*) FROM run")
                        .query(Integer.class)
                        .single());
        assertFalse(Files.exists(lender.home().resolve("runs/nightly-2026-09-30-1")));
        Map<String, String> foreseen = new Tree(dryFolder(Lender.NIGHT_2)).results();
        Ended real = lender.run(Lender.NIGHT_2).with(ExitCodes.DONE_WITH_REJECTS);
        assertEquals(new Tree(lender.published(Lender.NIGHT_2)).results(), foreseen);
        String expected = real.out().replace(lender.out().toString(), "OUT");
        assertEquals(
                expected.substring(0, expected.indexOf("next ")),
                dry.out().replace(dryFolder("").toString(), "OUT"));
    }

    @Test
    void aRefusedDryRunSaysWhyAndIsGoneToo() {
        Path inbox = lender.copyOfSample(Lender.NIGHT_1, "spoiled");
        Ended refused = lender.run(Lender.NIGHT_1, inbox, "--dry-run", "--max-rejects", "0")
                .with(ExitCodes.INPUT_REFUSED);
        assertTrue(refused.err().contains("more than the error budget of 0"), refused.err());
        assertTrue(Files.isDirectory(lender.home().resolve("dry-run/runs/nightly-2026-09-29-1/rejects")));
        assertEquals(List.of(), copies());
    }

    @Test
    void aDatabaseInUseIsNotCopied() throws Exception {
        try (Connection inUse = TestServer.dataSource("dry").getConnection()) {
            assertTrue(inUse.isValid(1));
            Ended locked = lender.run(Lender.NIGHT_1, "--dry-run").with(ExitCodes.LOCKED);
            assertTrue(locked.err().contains("cannot be copied while another command uses it"), locked.err());
        }
    }
}
