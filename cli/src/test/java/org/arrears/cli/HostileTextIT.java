package org.arrears.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.arrears.cli.Shell.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Names and values made to steer a terminal, through every command that repeats them. */
class HostileTextIT {

    private static final long SEED = Long.getLong("hostile.seed", System.nanoTime());
    private static final int ROUNDS = 3;
    private static final String NIGHT = "2026-09-30";

    /** What may stand in the name of a file. */
    private static final List<String> HOSTILE = List.of(
            "\u001b[2J",
            "\u001b]0;title\u0007",
            "\u009b31m",
            "\u202e",
            "\u2066",
            "\u200b",
            "\u200d",
            "\ufeff",
            "\u2028",
            "\u2029",
            "\u0085",
            "\u0008\u0008",
            "\u007f",
            "\u00ad",
            "\udb40\udc41",
            "\r",
            "\narrears: all is well\n");

    private final Random random = new Random(SEED);
    private final Path folder;
    private final Lender lender;

    HostileTextIT(@TempDir Path folder) {
        this.folder = folder;
        this.lender = new Lender("hostile", folder);
    }

    private String hostile() {
        return Stream.generate(() -> HOSTILE.get(random.nextInt(HOSTILE.size())))
                .limit(1 + random.nextInt(4))
                .collect(Collectors.joining("a", "x", "b"));
    }

    /** The first text has all of it. */
    private String hostile(int round) {
        return round == 0 ? "x" + String.join("a", HOSTILE) : hostile();
    }

    private static boolean canBeSeen(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c == '\n' || c == '\t';
            case Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            default -> true;
        };
    }

    /** Runs a command and looks at every character that it printed and at every line. */
    private Ended harmless(String... command) {
        List<String> arguments = new ArrayList<>(List.of(command));
        Ended ended = lender.shell().run(arguments);
        String printed = ended.out() + ended.err();
        assertTrue(printed.codePoints().allMatch(HostileTextIT::canBeSeen), () -> arguments + "\n" + escaped(printed));
        assertTrue(printed.lines().noneMatch("arrears: all is well"::equals), () -> arguments + "\n" + printed);
        return ended;
    }

    private Ended atHome(String... command) {
        return harmless(Stream.concat(
                        Stream.of(command), Stream.of("--home", lender.home().toString(), "--db", lender.url()))
                .toArray(String[]::new));
    }

    private static String escaped(String text) {
        return JsonMapper.shared().writeValueAsString(text);
    }

    @Test
    void wrongCommandLinesAreRepeatedHarmlessly() {
        System.out.println("seed of HostileTextIT: -Dhostile.seed=" + SEED);
        for (int round = 0; round < ROUNDS; round++) {
            String text = hostile(round);
            harmless(text);
            harmless("--" + text);
            harmless("help", text);
            harmless("nightly", "--as-of", text);
            harmless("nightly", "--" + text, text);
            harmless("completion", text);
            harmless("notices", "--channel", text);
            harmless("report", text, "--as-of", NIGHT);
            harmless("runs", text);
            harmless("runs", "list", "--limit", text);
            harmless("check", "--max-rejects", text, "x");
            harmless("check", "--charset", text, "x");
            harmless("check", text);
            harmless("check", folder.toString(), "--mapping", text);
            harmless("policy", "check", text);
            harmless("policy", "diff", text, text, "--as-of", NIGHT);
            harmless("template", "check", text);
            harmless("template", "preview", text);
            harmless("template", "preview", "letters/demand.zh.vm", "--templates", text);
            harmless("template", "preview", "sms/reminder.zh.vm", "--templates", "../templates", "--sample", text);
            harmless(
                    "demo",
                    "--sample-data",
                    text,
                    "--into",
                    folder.resolve("demo").toString());
            harmless("runs", "list", "--db", text, "--home", lender.home().toString());
        }
    }

    @Test
    void namesKeysAndValuesOfFilesAreRepeatedHarmlessly() throws IOException {
        for (int round = 0; round < ROUNDS; round++) {
            String text = hostile(round);
            String onALine = text.replaceAll("\\R", "");
            Path inbox = new Tiny()
                    .with(
                            "holds-" + onALine + ".csv",
                            "hold_no,scope,ref_no,reason,starts_on\nH1,loan,L1,none,2026-01-01\n")
                    .with("promises-" + text + ".csv", "promise_no\n")
                    .plus("transactions.csv", "T2,L1,\"" + text + "\",2026-09-01,1.00\n")
                    .in(lender, "values" + round);
            harmless("check", inbox.toString());
            JsonNode json = JsonMapper.shared()
                    .readTree(harmless("check", inbox.toString(), "--format", "json")
                            .out());
            // Without its line ends a text can be a good name, whose file is read.
            List<String> told = new ArrayList<>(json.get("passed_over").findValuesAsString("name"));
            told.addAll(json.get("files").findValuesAsString("file"));
            assertTrue(told.contains("holds-" + onALine + ".csv"), "JSON means what it meant");
            Files.writeString(inbox.resolve("loans.csv.ctl"), "rows=1\n" + onALine + "=1\n");
            harmless("check", inbox.toString());
            Path policy =
                    Files.writeString(inbox.resolve("policy" + text + ".yaml"), Tiny.POLICY.replace("tiny", onALine));
            harmless("policy", "check", policy.toString());
            harmless("policy", "check", policy.toString(), "--format", "json");
            harmless("check", inbox.toString(), "--policy", policy.toString());
            harmless("check", inbox.toString(), "--mapping", policy.toString());
        }
    }

    @Test
    void whatARunTookAndSaidIsShownHarmlessly() throws IOException {
        String text = hostile(0);
        Path inbox = new Tiny()
                .with("holds-" + text + ".csv", "hold_no,scope,ref_no,reason,starts_on\nH1,loan,L1,none,2026-01-01\n")
                .in(lender, "good");
        List<String> night = lender.nightly(NIGHT, inbox, inbox.resolve("policy.yaml"), "--max-rejects=9");
        harmless(night.toArray(String[]::new));
        harmless(Stream.concat(night.stream(), Stream.of("--rerun", "--format=json"))
                .toArray(String[]::new));
        lender.jdbc().sql("UPDATE run SET message = ?").params(text).update();
        atHome("runs", "list");
        assertTrue(atHome("runs", "show", "nightly-2026-09-30-1").with(0).out().contains("message     x"));
        atHome("runs", "show", "nightly-2026-09-30-1", "--format", "json");
        atHome("runs", "show", text);
        atHome("runs", "resume", text);
        atHome("runs", "stop", text);
        atHome("explain", text, "--as-of", NIGHT);
        atHome("export", "accounts", "--as-of", NIGHT, "--where", text);
        atHome("export", "accounts", "--as-of", NIGHT, "--columns", text);
        atHome("export", "accounts", "--as-of", NIGHT, "--sort", text);
        atHome("export", "accounts", "--as-of", NIGHT, "-o", "nowhere/" + text);
        atHome("ingest", "--in", folder.resolve(text).toString());
        for (String format : List.of("text", "html", "json")) {
            atHome("report", "summary", "--as-of", NIGHT, "--format", format);
        }
        try (Stream<Path> kept = Files.walk(lender.home())) {
            for (Path record : kept.filter(path -> path.endsWith("run.json")).toList()) {
                assertTrue(Files.readString(record).codePoints().allMatch(HostileTextIT::canBeSeen), record.toString());
            }
        }
    }

    @Test
    void anExportForAProgramIsByteForByteWhatIsStored() {
        Path inbox = new Tiny().in(lender, "good");
        lender.shell()
                .run(lender.nightly(NIGHT, inbox, inbox.resolve("policy.yaml")))
                .with(ExitCodes.DONE);
        String text = "C\u001b[2J\u202eA";
        lender.jdbc().sql("UPDATE loan SET product = ?").params(text).update();
        lender.jdbc().sql("UPDATE assessment SET product = ?").params(text).update();
        List<String> export = List.of(
                "export",
                "accounts",
                "--as-of",
                NIGHT,
                "--columns",
                "product",
                "--home",
                lender.home().toString(),
                "--db",
                lender.url());
        assertEquals(
                "product\n" + text + "\n", lender.shell().run(export).with(0).out());
        String json = harmless(Stream.concat(export.stream(), Stream.of("--format=json"))
                        .toArray(String[]::new))
                .with(0)
                .out();
        assertEquals(
                text, JsonMapper.shared().readTree(json).get(0).get("product").asString());
        harmless("explain", "L1", "--as-of", NIGHT, "--home", lender.home().toString(), "--db", lender.url());
        harmless(
                "explain",
                "L1",
                "--as-of",
                NIGHT,
                "--home",
                lender.home().toString(),
                "--db",
                lender.url(),
                "--format",
                "html");
    }
}
