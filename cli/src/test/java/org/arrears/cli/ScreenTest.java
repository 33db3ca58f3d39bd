package org.arrears.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.arrears.cli.Screen.Steering;
import org.junit.jupiter.api.Test;

/** What reaches a terminal. */
class ScreenTest {

    private static final JavaClasses COMMANDS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.arrears.cli");

    private final StringWriter terminal = new StringWriter();
    private final Screen screen = Screen.ofResults(new PrintWriter(terminal));

    @Test
    void ourOwnColoursPassAndThoseOfATextDoNot() {
        screen.steer(Steering.GREEN);
        screen.print("done\u001b[31m");
        screen.steer(Steering.PLAIN);
        assertEquals("\u001b[32mdone\\u001B[31m\u001b[0m", terminal.toString());
    }

    @Test
    void aFormattedValueStaysOnItsLine() {
        screen.printf(Locale.ROOT, "%s: %,d%n", "a\nb", 1_000);
        screen.printf("%-4s|%c%n", "a", 'b');
        assertEquals("a\\u000Ab: 1,000\na   |b\n", terminal.toString());
    }

    @Test
    void aMessageWithFurtherLinesCannotPretendToBeTwo() {
        Screen.ofMessages(new PrintWriter(terminal)).println("arrears: no file x\narrears: all is well");
        assertEquals("arrears: no file x\n  arrears: all is well\n", terminal.toString());
    }

    @Test
    void whatLibrariesPrintIsMadeHarmlessToo() {
        PrintStream stream = ScreenStream.to(screen);
        for (byte part : "张三\u001b[2J\u202e\n".getBytes(StandardCharsets.UTF_8)) {
            stream.write(part);
        }
        stream.println("李四");
        assertEquals("张三\\u001B[2J\\u202E\n李四\n", terminal.toString());
    }

    @Test
    void aResultForAProgramIsUntouchedUnlessItIsATerminal() {
        PrintWriter unheard = new PrintWriter(new StringWriter());
        for (boolean watched : new boolean[] {false, true}) {
            StringWriter out = new StringWriter();
            new Console(new PrintWriter(out), unheard, Map.of(), Clock.systemUTC(), false, watched)
                    .data()
                    .print("a\u202eb");
            assertEquals(watched ? "a\\u202Eb" : "a\u202eb", out.toString());
        }
    }

    @Test
    void aWrongCommandLineIsAnsweredWithTheUsage() {
        Console console = new Console(new PrintWriter(new StringWriter()), screen, Map.of(), Clock.systemUTC(), false);
        assertEquals(ExitCodes.USAGE, Arrears.run(console, "nightly", "--as-of=2026-02-30"));
        assertTrue(terminal.toString().contains("usage: arrears nightly"), terminal.toString());
    }

    @Test
    void noCommandGoesPastTheScreen() {
        ArchRuleDefinition.noClasses()
                .that()
                .doNotHaveSimpleName("Arrears")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(COMMANDS);
        ArchRuleDefinition.noClasses()
                .that()
                .doNotHaveSimpleName("Arrears")
                .and()
                .doNotHaveSimpleName("Console")
                .should()
                .callMethod(Screen.class, "unguarded")
                .check(COMMANDS);
        ArchRuleDefinition.noClasses()
                .that()
                .doNotHaveSimpleName("Destination")
                .and()
                .doNotHaveSimpleName("Completion")
                .should()
                .callMethod(Console.class, "data")
                .check(COMMANDS);
    }
}
