package org.arrears.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands that messages name carry where the one that says so was at work. */
class HintsTest {

    private static Console console(Map<String, String> environment) {
        return new Console(
                new PrintWriter(Writer.nullWriter()),
                new PrintWriter(Writer.nullWriter()),
                environment,
                Clock.systemUTC(),
                false);
    }

    private static Hints at(String home, String db) {
        return Hints.of(
                console(Map.of()), Optional.of(Path.of(home)), Optional.of(db).filter(url -> !url.isEmpty()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            see arrears runs list                        | see arrears runs list --home h
            arrears runs resume nightly-2026-09-30-1, or | arrears runs resume --home h nightly-2026-09-30-1, or
            (arrears runs list), (arrears runs stop X) | (arrears runs list --home h), (arrears runs stop --home h X)
            arrears nightly or arrears assess --as-of D | arrears nightly --home h or arrears assess --home h --as-of D
            arrears export accounts --as-of D            | arrears export accounts --home h --as-of D
            arrears policy diff OLD NEW                  | arrears policy diff --home h OLD NEW
            arrears check FILE                           | arrears check FILE
            a folder that arrears itself writes to       | a folder that arrears itself writes to
            /opt/arrears nightly                         | /opt/arrears nightly
            arrears nightly-2026-09-30-1                 | arrears nightly-2026-09-30-1
            """)
    void everyCommandThatHasAHomeIsGivenIt(String text, String runnable) {
        assertEquals(runnable, at("h", "").in(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            .arrears       |                                             | arrears runs list
            /srv/a-b_c     |                                             | arrears runs list --home /srv/a-b_c
            my home        |                                             | arrears runs list --home 'my home'
            it's $HOME     |                                             | arrears runs list --home 'it'\\''s $HOME'
            库             |                                             | arrears runs list --home '库'
            .arrears | jdbc:postgresql://db:5432/x | arrears runs list --db jdbc:postgresql://db:5432/x
            h | jdbc:postgresql://db/x?ssl=1&a=b | arrears runs list --home h --db 'jdbc:postgresql://db/x?ssl=1&a=b'
            .arrears | jdbc:postgresql://db/x?password=p4ss&a=b | arrears runs list --db 'jdbc:postgresql://db/x?a=b'
            .arrears       | jdbc:postgresql://me:p4ss@db/x              | arrears runs list
            """)
    void whatIsNotTheDefaultIsSaidAsAShellTakesItAndWithoutPasswords(String home, String db, String command) {
        assertEquals(command, at(home, db == null ? "" : db).in("arrears runs list"));
    }

    @Test
    void theEnvironmentIsSaidTooForAnotherShellHasAnother() {
        Map<String, String> environment =
                Map.of("ARREARS_HOME", "/srv/h", "ARREARS_DB_URL", "jdbc:postgresql://db/x?password=p4ss");
        assertEquals(
                "arrears runs list --home /srv/h --db jdbc:postgresql://db/x",
                Hints.of(console(environment), Optional.empty(), Optional.empty())
                        .in("arrears runs list"));
        assertEquals(
                "arrears runs list --home h --db jdbc:postgresql://db/x",
                Hints.of(console(environment), Optional.of(Path.of("h")), Optional.empty())
                        .in("arrears runs list"));
    }

    @Test
    void aDatabaseOfItsOwnIsNotThatOfTheEnvironment() {
        assertEquals(
                "arrears runs list --home demo",
                Hints.at(console(Map.of("ARREARS_DB_URL", "jdbc:postgresql://db/x")), Path.of("demo"))
                        .in("arrears runs list"));
    }
}
