package org.arrears.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Passwords in what is printed. */
class SecretsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            jdbc:postgresql://u:p4ss@db:5432/x          | jdbc:postgresql://***@db:5432/x
            postgres://u:p/4@ss@db/x is wrong           | postgres://***@db/x is wrong
            "jdbc:postgresql://db/x?password=p4ss&a=b"  | "jdbc:postgresql://db/x?password=***&a=b"
            jdbc:postgresql://db/x?a=b&sslpassword=p4ss | jdbc:postgresql://db/x?a=b&sslpassword=***
            '--db=jdbc:postgresql://db/x?PASSWORD=p4ss' | '--db=jdbc:postgresql://db/x?PASSWORD=***'
            user=u password=p4,ss;                      | user=u password=***
            jdbc:postgresql://db/x cannot be used       | jdbc:postgresql://db/x cannot be used
            password file /a/b cannot be read           | password file /a/b cannot be read
            https://a.example/x and me@a.example        | https://a.example/x and me@a.example
            """, quoteCharacter = '~')
    void areHiddenAndNothingElseIs(String text, String shown) {
        assertEquals(shown, Secrets.hidden(text));
    }
}
