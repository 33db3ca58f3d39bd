package org.arrears.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.arrears.cli.Shell.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code arrears template}: what a writer of letters sees before any run. */
class TemplateCommandTest {

    private static final Path BUNDLED = Path.of("..", "templates").toAbsolutePath();

    private final Shell shell = new Shell(Map.of());

    @TempDir
    private Path folder = Path.of("");

    private Ended template(String... arguments) {
        List<String> all = new ArrayList<>(List.of("template"));
        all.addAll(List.of(arguments));
        return shell.run(all);
    }

    /** Copies the bundled letters and messages, to be spoiled. */
    private Path copy() throws IOException {
        for (String kind : List.of("letters", "letters/parts", "sms")) {
            Path to = Files.createDirectories(folder.resolve(kind));
            try (Stream<Path> files = Files.list(BUNDLED.resolve(kind))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(file, to.resolve(file.getFileName()));
                }
            }
        }
        return folder;
    }

    private void spoil(String file, String what, String by) throws IOException {
        Path path = folder.resolve(file);
        String text = Files.readString(path);
        assertTrue(text.contains(what), file + " has no " + what);
        Files.writeString(path, text.replace(what, by));
    }

    @Test
    void theBundledTemplatesCanBeUsedAndTheSamplePolicyNamesOnlyThem() {
        Ended ended = template(
                        "check", BUNDLED.toString(), "--policy", Lender.policy().toString())
                .with(ExitCodes.DONE);
        assertTrue(ended.out().contains("letters/demand.zh.vm         ok: 5 samples, 1 to 4 pages\n"), ended.out());
        assertTrue(ended.out().contains("sms/warning.zh.vm            ok: 5 samples, 2 to 3 segments\n"), ended.out());
        assertTrue(ended.out().endsWith("verdict   10 templates, all can be used (exit code 0)\n"), ended.out());
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            sms/reminder.zh.vm   | $sms.payBy | $sms.payBye | sms/reminder.zh.vm:2: "payBye" is not defined
            letters/demand.zh.vm | </p>       | </q>        | is not well-formed XHTML
            letters/demand.zh.vm | 尊敬的      | 尊敬的𠮷      | the font cannot print U+20BB7
            """)
    void aFaultIsNamedWithItsPlaceAndTheOthersAreCheckedToo(String file, String what, String by, String said)
            throws IOException {
        copy();
        spoil(file, what, by);
        Ended ended = template("check", folder.toString()).with(ExitCodes.CONFIGURATION_INVALID);
        assertTrue(ended.out().contains(said), ended.out());
        assertTrue(ended.out().endsWith("verdict   10 templates, 1 with a fault (exit code 5)\n"), ended.out());
    }

    @Test
    void aTotalThatAStyleHidesIsFoundInEveryLetterThatHasIt() throws IOException {
        copy();
        String table = "<table class=\"totals\"";
        spoil("letters/parts/loans.zh.vm", table, table + " style=\"display: none\"");
        Ended ended = template("check", folder.toString()).with(ExitCodes.CONFIGURATION_INVALID);
        assertTrue(
                ended.out()
                        .contains("letters/demand.zh.vm (letter L20260929-C000017-sample): the amount of loan"
                                + " LN2026000001 cannot be read in the printed letter: 1,409.51:"
                                + " it is on none of its pages in full"),
                ended.out());
        assertTrue(ended.out().endsWith("verdict   10 templates, 2 with a fault (exit code 5)\n"), ended.out());
    }

    @Test
    void aTemplateThatForgetsASecondCurrencyIsFound() throws IOException {
        copy();
        Files.writeString(
                folder.resolve("letters/demand.zh.vm"),
                "<p>#foreach($loan in $letter.loans)$loan.loanNo $format.amount($loan.totalMinor, $loan.digits) #end"
                        + "$format.amount($letter.totals.get(0).totalMinor, 2)</p>");
        Ended ended = template("check", folder.toString()).with(ExitCodes.CONFIGURATION_INVALID);
        assertTrue(ended.out().contains("total is not printed"), ended.out());
    }

    @Test
    void aTemplateThatThePolicyNamesMustBeThere() throws IOException {
        copy();
        Files.delete(folder.resolve("sms/warning.zh.vm"));
        Ended ended = template(
                        "check", folder.toString(), "--policy", Lender.policy().toString())
                .with(ExitCodes.CONFIGURATION_INVALID);
        assertTrue(ended.out().contains("sms/warning.zh.vm: is not there, and stage warning"), ended.out());
    }

    @Test
    void aFolderWithoutTemplatesIsNoGoodOne() {
        Ended ended = template("check", folder.toString()).with(ExitCodes.CONFIGURATION_INVALID);
        assertTrue(ended.out().contains("has no templates in letters/ or sms/"), ended.out());
    }

    @Test
    void aTemplateThatNeverEndsIsAFaultOfItsOwn() throws IOException {
        copy();
        Files.writeString(
                folder.resolve("sms/warning.zh.vm"),
                "#set($a = \"xxxxxxxxxx\")#foreach($i in [1..60])#set($a = \"$a$a\")#end$a");
        Ended ended = template("check", folder.toString()).with(ExitCodes.CONFIGURATION_INVALID);
        assertTrue(ended.out().contains("sms/warning.zh.vm:1: makes more than 10,000 characters"), ended.out());
    }

    @Test
    void aFolderThatIsNotThereIsInvalid() {
        Ended ended = template("check", folder.resolve("nowhere").toString()).with(ExitCodes.CONFIGURATION_INVALID);
        assertTrue(ended.err().contains("is not a readable folder"), ended.err());
    }

    @Test
    void aPreviewOfAMessageIsItsText() {
        Ended ended = template("preview", "sms/warning.en.vm", "--templates", BUNDLED.toString())
                .with(ExitCodes.DONE);
        assertTrue(ended.out().startsWith("【晨曦消费金融】"), ended.out());
        assertTrue(ended.out().contains("1,409.51"), ended.out());
        assertTrue(ended.err().matches("\\d+ characters, 5 segments\n"), ended.err());
    }

    @Test
    void aPreviewOfALetterIsAPdfAndTheSameEveryTime() throws IOException {
        Path first = folder.resolve("first.pdf");
        Path second = folder.resolve("second.pdf");
        for (Path pdf : List.of(first, second)) {
            Ended ended = template(
                            "preview",
                            "letters/demand.zh.vm",
                            "--templates",
                            BUNDLED.toString(),
                            "--sample",
                            "three-currencies",
                            "-o",
                            pdf.toString())
                    .with(ExitCodes.DONE);
            assertEquals(pdf + ": 2 pages\n", ended.out());
        }
        byte[] bytes = Files.readAllBytes(first);
        assertEquals("%PDF", new String(bytes, 0, 4, StandardCharsets.US_ASCII));
        assertArrayEquals(bytes, Files.readAllBytes(second));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            letters/final.zh.vm    | one-loan | 5 | letters/final.zh.vm: is not in
            ../policy.yaml         | one-loan | 5 | is no template
            letters/demand.zh.vm   | two      | 2 | one of one-loan, three-loans
            """)
    void whatIsNotThereCannotBeShown(String name, String sample, int code, String said) {
        Ended ended = template("preview", name, "--templates", BUNDLED.toString(), "--sample", sample)
                .with(code);
        assertTrue(ended.err().contains(said), ended.err());
    }
}
