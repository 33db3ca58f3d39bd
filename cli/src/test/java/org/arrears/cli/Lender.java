package org.arrears.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.arrears.cli.Shell.Ended;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A lender for tests: a database of its own, a home, an outbox, and the sample's inboxes to run nights with. */
final class Lender {

    static final String NIGHT_1 = "2026-09-29";
    static final String NIGHT_2 = "2026-09-30";
    static final String NIGHT_3 = "2026-10-01";
    static final List<String> NIGHTS = List.of(NIGHT_1, NIGHT_2, NIGHT_3);

    private static final Path SAMPLE =
            Path.of("..", "sample-data").toAbsolutePath().normalize();

    private final String url;
    private final Path folder;
    private final DataSource database;
    private final Shell shell = new Shell(TestServer.environment());

    /** Makes a lender whose database has this name and whose files are in this folder. */
    Lender(String name, Path folder) {
        this.url = TestServer.freshDatabase(name);
        this.folder = folder;
        this.database = TestServer.dataSource(name);
    }

    static Path policy() {
        return SAMPLE.resolve("policy.yaml");
    }

    static Path sampleInbox(String night) {
        return SAMPLE.resolve("inbox").resolve(night);
    }

    Shell shell() {
        return shell;
    }

    String url() {
        return url;
    }

    JdbcClient jdbc() {
        return JdbcClient.create(database);
    }

    Path home() {
        return folder.resolve("home");
    }

    Path out() {
        return folder.resolve("out");
    }

    Path published(String night) {
        return out().resolve(night);
    }

    /** What a command that is named to be run next must carry. */
    String here() {
        return " --home " + home() + " --db " + url;
    }

    /** The arguments of a nightly run of the sample. */
    List<String> nightly(String night, String... more) {
        return nightly(night, sampleInbox(night), more);
    }

    List<String> nightly(String night, Path inbox, String... more) {
        return nightly(night, inbox, policy(), more);
    }

    List<String> nightly(String night, Path inbox, Path policy, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "nightly",
                "--as-of",
                night,
                "--in",
                inbox.toString(),
                "--out",
                out().toString(),
                "--policy",
                policy.toString(),
                "--home",
                home().toString(),
                "--db",
                url));
        arguments.addAll(List.of(more));
        return arguments;
    }

    /** Runs a night of the sample. */
    Ended run(String night, String... more) {
        return shell.run(nightly(night, more));
    }

    Ended run(String night, Path inbox, String... more) {
        return shell.run(nightly(night, inbox, more));
    }

    /** Makes an inbox of files given as name, text, name, text. */
    Path inbox(String name, String... namesAndTexts) {
        Path inbox = folder.resolve("inboxes").resolve(name);
        try {
            Files.createDirectories(inbox);
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                Files.writeString(inbox.resolve(namesAndTexts[i]), namesAndTexts[i + 1]);
            }
            return inbox;
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    /** Copies a night of the sample, to be spoiled. */
    Path copyOfSample(String night, String name) {
        Path inbox = inbox(name);
        try (var files = Files.list(sampleInbox(night))) {
            for (Path file : files.toList()) {
                Files.copy(file, inbox.resolve(file.getFileName()));
            }
            return inbox;
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }
}
