package org.arrears.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.arrears.core.policy.PolicyReader;
import org.arrears.db.Database;
import org.arrears.db.TestServer;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;
import org.arrears.outbound.Column;
import org.arrears.outbound.FileLayout;
import org.arrears.outbound.OutboundFile;
import org.arrears.outbound.Recipient;
import org.arrears.run.Progress;
import org.arrears.run.Run;
import org.arrears.run.RunFolder;
import org.arrears.run.RunRequest;
import org.arrears.run.Runner;
import org.arrears.run.StepName;
import org.arrears.run.Steps;
import org.arrears.run.StopSignal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Only the attempt that is the last to have begun makes its folder visible. */
class PublishingIT {

    private static final Database DATABASE = TestServer.freshDatabase("publishing");

    /** What happens at the last moment before the folder is published, and right after, in the same step. */
    private static Runnable before = () -> {};

    private static Runnable after = () -> {};

    @TempDir
    private Path out = Path.of("");

    /** A job that writes one file. */
    @Configuration
    @Import(PublishSteps.class)
    static class OneFileJob {

        /** What it does between the steps that are tested. */
        enum OneFileStep implements StepName {
            WRITE,
            PUBLISH_IT;

            @Override
            public boolean writesFolder() {
                return true;
            }
        }

        @Bean
        Job oneFile(Steps steps) {
            return steps.job("one-file")
                    .then(PublishStep.PREPARE_FOLDER, OneFileStep.WRITE, OneFileStep.PUBLISH_IT)
                    .build();
        }

        @Bean
        RunStatement.Source statements() {
            return run -> new RunStatement(Map.of("run_id", run.runId()), List.of(), List.of());
        }

        @Bean
        Step write(Steps steps, Run run) {
            return steps.once(OneFileStep.WRITE, () -> {
                try (OutputStream file = new RunFolder(run).open("file.txt")) {
                    file.write("text".getBytes(StandardCharsets.UTF_8));
                }
                FileLayout layout = FileLayout.of(Column.amount("total"), Column.currency("currency"))
                        .summing("total");
                try (OutboundFile list =
                        OutboundFile.begin(new RunFolder(run), new Recipient("letters"), "letters.csv", layout)) {
                    list.row("12.30", "CNY");
                    list.row("0.07", "CNY");
                    list.finish();
                }
                return 1;
            });
        }

        @Bean
        Step publishIt(Steps steps, Publishing publishing) {
            return steps.once(OneFileStep.PUBLISH_IT, () -> {
                before.run();
                long files = publishing.publish();
                after.run();
                return files;
            });
        }
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private RunRequest request(LocalDate asOf) {
        return request(asOf, out);
    }

    private RunRequest request(LocalDate asOf, Path outbox) {
        String yaml = "policy: one\npenalty: { multiple: 1.5 }\nbuckets: { ranges: { M0: 0, M1: 1+ } }\n";
        return PolicyReader.read(yaml.getBytes(StandardCharsets.UTF_8), "policy.yaml")
                .match(
                        (policy, warnings) -> new RunRequest(
                                "letters",
                                asOf,
                                out,
                                outbox,
                                out.resolve("home"),
                                new RunRequest.PolicyFile(policy, yaml),
                                RunRequest.Options.ORDINARY),
                        errors -> {
                            throw new AssertionError(errors);
                        });
    }

    private static void run(RunRequest request) {
        new Runner(DATABASE, Progress.SILENT, new StopSignal()).run(OneFileJob.class, request);
    }

    /** Does what the beginning of another attempt does first, on a connection of its own. */
    private static CompletableFuture<Integer> anotherBegins() {
        return CompletableFuture.supplyAsync(() -> JdbcClient.create(DATABASE.dataSource())
                .sql("UPDATE run_lease SET lease = lease + 1")
                .update());
    }

    @Test
    void anAttemptThatAnotherHasFollowedPublishesNothing() {
        before = () -> anotherBegins().join();
        after = () -> {};
        RunRequest request = request(LocalDate.of(2026, 9, 29));
        ArrearsException refused = assertThrows(ArrearsException.class, () -> run(request));
        assertEquals(FailureKind.LOCKED, refused.kind());
        assertFalse(Files.exists(out.resolve("2026-09-29-letters")));
        before = () -> {};
        run(request);
        assertTrue(Files.exists(out.resolve("2026-09-29-letters/manifest.json")));
    }

    @Test
    void nobodyBeginsBetweenTheLastLookAndTheEndOfPublishing() throws Exception {
        List<CompletableFuture<Integer>> others = new ArrayList<>();
        before = () -> {};
        after = () -> {
            others.add(anotherBegins());
            try {
                others.get(0).get(500, TimeUnit.MILLISECONDS);
            } catch (java.util.concurrent.TimeoutException waits) {
                return;
            } catch (Exception broken) {
                throw new IllegalStateException(broken);
            }
            throw new AssertionError("another began while this one was publishing");
        };
        RunRequest request = request(LocalDate.of(2026, 9, 30));
        assertThrows(
                ArrearsException.class, () -> run(request), "the other begins before this one is noted as complete");
        assertEquals(1, others.get(0).get(10, TimeUnit.SECONDS));
        assertTrue(Files.exists(out.resolve("2026-09-30-letters/file.txt")));
    }

    @Test
    void eachAttemptHasAFolderOfItsOwnAndTheNextTakesItOverAndClearsOthersAway() throws IOException {
        before = () -> {
            throw new IllegalStateException("on purpose");
        };
        after = () -> {};
        RunRequest request = request(LocalDate.of(2026, 10, 1));
        assertThrows(IllegalStateException.class, () -> run(request));
        assertTrue(Files.exists(out.resolve(".letters-2026-10-01-1.1.partial/file.txt")));
        Files.createDirectories(out.resolve(".letters-2026-10-01-1.partial/of-version-0.1.0"));
        Files.createDirectories(out.resolve(".letters-2026-10-01-11.1.partial"));
        before = () -> assertTrue(Files.exists(out.resolve(".letters-2026-10-01-1.2.partial/file.txt")));
        run(request);
        try (var left = Files.list(out)) {
            assertEquals(
                    List.of(".letters-2026-10-01-11.1.partial", "2026-10-01-letters"),
                    left.map(path -> path.getFileName().toString())
                            .filter(name -> name.contains("2026-10-01"))
                            .sorted()
                            .toList());
        }
    }

    @ParameterizedTest
    @CsvSource({"2026-10-02, outbox", "2026-10-04, rejects/outbox", "2026-10-05, agencies"})
    void controlTotalsStandInTheManifestWhateverTheOutboxIsCalled(LocalDate asOf, String outbox) throws IOException {
        before = () -> {};
        after = () -> {};
        run(request(asOf, out.resolve(outbox)));
        Path published = out.resolve(outbox).resolve(asOf + "-letters");
        JsonNode files = JsonMapper.shared()
                .readTree(Files.readString(published.resolve("manifest.json")))
                .path("files");
        assertEquals("file.txt", files.path(0).path("file").asString());
        assertEquals("letters/letters.csv", files.path(1).path("file").asString());
        assertEquals(2, files.path(1).path("rows").asInt());
        assertEquals("12.37", files.path(1).path("sums").path("CNY").asString());
        assertFalse(Files.exists(published.resolve(".entries")));
    }

    @Test
    void aFileThatWasChangedAfterItWasFinishedIsNotPublished() {
        before = () -> {
            try (var found = Files.walk(out)) {
                Path list = found.filter(path -> path.endsWith("letters/letters.csv"))
                        .findFirst()
                        .orElseThrow();
                Files.writeString(list, "9.99,CNY\n", StandardOpenOption.APPEND);
            } catch (IOException broken) {
                throw new IllegalStateException(broken);
            }
        };
        after = () -> {};
        RunRequest request = request(LocalDate.of(2026, 10, 3));
        IllegalStateException defect = assertThrows(IllegalStateException.class, () -> run(request));
        assertTrue(String.valueOf(defect.getCause()).contains("letters/letters.csv"), defect::toString);
        assertFalse(Files.exists(out.resolve("2026-10-03-letters")));
    }
}
