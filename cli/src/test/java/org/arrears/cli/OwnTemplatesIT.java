package org.arrears.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.arrears.cli.Shell.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A lender's own templates: checked before a run, used in it, and known by their digest afterwards. */
class OwnTemplatesIT {

    private static final String NIGHT = "2026-09-29";
    private static final String RULES = Tiny.POLICY + """
            products: { CASH: { name: { zh: 现金贷, en: Cash loan } } }
            notices:
              creditor: { name: 甲, signature: 乙, phone: 400-000-0000, address: 丙, payment: 丁 }
              templates: words
              stages: [{ stage: reminder, channel: sms, template: own, when: { dpd: 1-30 } }]
            """;
    private static final String WORDS =
            "【$sms.creditor.signature】您的${sms.lead().product}应还$format.totals($sms.totals)。";

    private final Lender lender;
    private final Path words;

    OwnTemplatesIT(@TempDir Path folder) throws IOException {
        lender = new Lender("own_templates", folder);
        words = lender.inbox("rules", "policy.yaml", RULES).resolve("words");
        write(WORDS);
    }

    private void write(String text) throws IOException {
        Files.createDirectories(words.resolve("sms"));
        Files.writeString(words.resolve("sms/own.zh.vm"), text);
    }

    private Ended night(Tiny files, String... more) {
        return lender.shell()
                .run(lender.nightly(NIGHT, files.in(lender, NIGHT), words.resolveSibling("policy.yaml"), more));
    }

    private JsonNode templates(int runNo) throws IOException {
        Path record = lender.home().resolve("runs/nightly-" + NIGHT + "-" + runNo + "/run.json");
        return new JsonMapper().readTree(Files.readString(record)).get("templates");
    }

    private List<String> runs() {
        return lender.jdbc()
                .sql("SELECT concat_ws(' ', run_id, attempts, status) FROM run ORDER BY run_id")
                .query(String.class)
                .list();
    }

    @Test
    void theyAreFilledInWithWhatAProductIsCalledAndTheirDigestIsOnTheRunAndOnEveryNotice() throws IOException {
        night(new Tiny()).with(ExitCodes.DONE);
        String messages = Files.readString(lender.published(NIGHT).resolve("sms/reminder.csv"));
        assertTrue(messages.contains("【乙】您的现金贷应还"), messages);
        assertTrue(messages.contains("\"\"product\"\":\"\"现金贷\"\""), messages);
        JsonNode templates = templates(1);
        assertEquals(words.toString(), templates.get("folder").asString());
        String digest = templates.get("sha256").asString();
        assertEquals(64, digest.length());
        assertEquals(
                List.of(digest),
                lender.jdbc()
                        .sql("SELECT templates_sha256 FROM notice_output")
                        .query(String.class)
                        .list());
        String people = Files.readString(lender.published(NIGHT).resolve("reports/ageing.html"));
        assertTrue(people.contains("Cash loan 现金贷 (CASH)"), people);
        String programs = Files.readString(lender.published(NIGHT).resolve("reports/ageing.csv"));
        assertTrue(programs.contains(",CASH,") && !programs.contains("现金贷"), programs);
    }

    @Test
    void theShippedOnesHaveADigestToo() throws IOException {
        Path rules = lender.inbox(
                        "shipped",
                        "policy.yaml",
                        RULES.replace("  templates: words\n", "").replace("own", "reminder"))
                .resolve("policy.yaml");
        lender.shell()
                .run(lender.nightly(NIGHT, new Tiny().in(lender, NIGHT), rules))
                .with(ExitCodes.DONE);
        assertEquals("", templates(1).get("folder").asString());
        assertEquals(64, templates(1).get("sha256").asString().length());
    }

    @Test
    void aFaultyOneIsRefusedBeforeTheRunBegins() throws IOException {
        write(WORDS.replace("totals)", "totalz)"));
        Ended ended = night(new Tiny()).with(ExitCodes.CONFIGURATION_INVALID);
        assertTrue(ended.err().contains("cannot be used, nothing was run:\n  sms/own.zh.vm:1: "), ended.err());
        Files.delete(words.resolve("sms/own.zh.vm"));
        ended = night(new Tiny()).with(ExitCodes.CONFIGURATION_INVALID);
        assertTrue(
                ended.err().contains("sms/own.zh.vm: is not there, and stage reminder of the policy names it; add it"),
                ended.err());
        assertEquals(List.of(), runs());
    }

    @Test
    void anUnfinishedRunIsNotContinuedWithOtherTemplates() throws IOException {
        Tiny bad = new Tiny()
                .plus(
                        "loans.csv",
                        "L2,C9,CASH,CNY,x,0.12,2026-01-15,2027-01-15\nL3,C9,CASH,CNY,x,0.12,2026-01-15,2027-01-15\n");
        night(bad).with(ExitCodes.INPUT_REFUSED);
        night(bad).with(ExitCodes.INPUT_REFUSED);
        assertEquals(List.of("nightly-" + NIGHT + "-1 2 refused"), runs());
        write(WORDS + "谢谢。");
        night(new Tiny()).with(ExitCodes.DONE);
        assertEquals(List.of("nightly-" + NIGHT + "-1 2 refused", "nightly-" + NIGHT + "-2 1 completed"), runs());
        assertNotEquals(
                templates(1).get("sha256").asString(),
                templates(2).get("sha256").asString());
    }

    @Test
    void aCompleteRunIsOfItsTemplatesAsOfItsPolicy() throws IOException {
        night(new Tiny()).with(ExitCodes.DONE);
        Ended same = night(new Tiny()).with(ExitCodes.DONE);
        assertTrue(same.out().contains("is already complete"), same.out());
        write(WORDS + "谢谢。");
        Ended other = night(new Tiny()).with(ExitCodes.INPUT_REFUSED);
        assertTrue(other.err().contains("templates was " + words + " (sha256 "), other.err());
        night(new Tiny(), "--rerun").with(ExitCodes.DONE);
        assertTrue(Files.readString(lender.published(NIGHT).resolve("sms/reminder.csv"))
                .contains("谢谢"));
    }

    @Test
    void aLaterCommandFindsThemByTheRunThatKeptThePolicy() throws IOException {
        night(new Tiny()).with(ExitCodes.DONE);
        lender.jdbc().sql("DELETE FROM notice").update();
        lender.shell()
                .run(List.of(
                        "notices",
                        "--as-of",
                        NIGHT,
                        "--channel",
                        "sms",
                        "--out",
                        lender.out().toString(),
                        "--home",
                        lender.home().toString(),
                        "--db",
                        lender.url()))
                .with(ExitCodes.DONE);
        String messages = Files.readString(lender.out().resolve(NIGHT + "-sms/sms/reminder.csv"));
        assertTrue(messages.contains("【乙】您的现金贷应还"), messages);
    }

    @Test
    void theyAreCheckedAndPreviewedByTheirPolicy() {
        String policy = words.resolveSibling("policy.yaml").toString();
        Ended checked = lender.shell()
                .run(List.of("template", "check", "--policy", policy))
                .with(ExitCodes.DONE);
        assertTrue(checked.out().contains("sms/own.zh.vm"), checked.out());
        Ended preview = lender.shell()
                .run(List.of("template", "preview", "sms/own.zh.vm", "--policy", policy))
                .with(ExitCodes.DONE);
        assertTrue(preview.out().startsWith("【晨曦消费金融】您的CONSUMER应还"), preview.out());
    }
}
