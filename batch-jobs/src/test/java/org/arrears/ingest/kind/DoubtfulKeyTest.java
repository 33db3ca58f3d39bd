package org.arrears.ingest.kind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.arrears.ingest.check.CheckCase;
import org.arrears.ingest.check.CheckedFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys that are not what they look like. */
class DoubtfulKeyTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            "C\\u00A01"      | has U+00A0 NO-BREAK SPACE at 2
            "\\u00A0C1"      | has U+00A0 NO-BREAK SPACE at 1
            "C\\u30001"      | has U+3000 IDEOGRAPHIC SPACE at 2
            "C1\\u2009"      | has U+2009 THIN SPACE at 3
            "C\\u200B1"      | has U+200B ZERO WIDTH SPACE at 2
            "C\\u00AD1"      | has U+00AD SOFT HYPHEN at 2
            "C\\u20601"      | has U+2060 WORD JOINER at 2
            "\\uFEFFC1"      | has U+FEFF ZERO WIDTH NO-BREAK SPACE at 1
            "C\\u202E1"      | has U+202E RIGHT-TO-LEFT OVERRIDE at 2
            "C\\u31641"      | has U+3164 HANGUL FILLER at 2
            "C\\uFE0F1"      | has U+FE0F VARIATION SELECTOR-16 at 2
            "\\uD83D\\uDE00\\u200B" | has U+200B ZERO WIDTH SPACE at 2
            "\\uDB40\\uDC41" | has U+E0041 TAG LATIN CAPITAL LETTER A at 1
            "re\\u0301"      | has U+0065 LATIN SMALL LETTER E at 2 where the composed form (NFC) has U+00E9 LATIN SMALL
            "\\uF914"        | has U+F914 CJK COMPATIBILITY IDEOGRAPH-F914 at 1 where the composed form (NFC) has U+6A02
            'C1              | begins with U+0027 APOSTROPHE
            =0012            | begins with U+003D EQUALS SIGN
            #N/A             | begins with U+0023 NUMBER SIGN and is an error of a spreadsheet
            #n/a             | begins with U+0023 NUMBER SIGN
            #REF!            | begins with U+0023 NUMBER SIGN
            #VALUE!          | begins with U+0023 NUMBER SIGN
            #NAME?           | begins with U+0023 NUMBER SIGN
            #DIV/0!          | begins with U+0023 NUMBER SIGN
            #NULL!           | begins with U+0023 NUMBER SIGN
            #####            | begins with U+0023 NUMBER SIGN
            6.2284E+18       | has U+002B PLUS SIGN in an exponent
            6E+18            | has U+002B PLUS SIGN in an exponent
            6,2284E+18       | has U+002B PLUS SIGN in an exponent
            1.0E+100         | has U+002B PLUS SIGN in an exponent
            """)
    void areRejectedAndTheCodePointIsNamed(String key, String rule) {
        String raw = unescaped(key);
        assertTrue(DoubtfulKey.rule(raw).orElse("").startsWith(rule), () -> String.valueOf(DoubtfulKey.rule(raw)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1E5",
                "1E+5",
                "6.2284E18",
                "C 1",
                "LN-2026/1",
                "#1",
                "#12A",
                "N/A",
                "合同1",
                "é1",
                "L'1",
                "A=B",
                "12E+18X"
            })
    void areNotMadeOfKeysThatAreWhatTheyLookLike(String key) {
        assertEquals(Optional.empty(), DoubtfulKey.rule(key));
    }

    private static String unescaped(String text) {
        StringBuilder raw = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            boolean escape = text.startsWith("\\u", i);
            raw.append(escape ? (char) Integer.parseInt(text.substring(i + 2, i + 6), 16) : text.charAt(i));
            i += escape ? 5 : 0;
        }
        return raw.toString();
    }

    @Test
    void noColumnOfKeysOrReferencesTakesThem() throws IOException {
        List<String> headers = List.of(
                "customers.csv;customer_no,name;#,A",
                "loans.csv;loan_no,customer_no,product,currency,principal,annual_rate,disbursed_on,matures_on;"
                        + "#,C1,P,CNY,1,0.1,2026-01-01,2027-01-01",
                "loans.csv;customer_no,loan_no,product,currency,principal,annual_rate,disbursed_on,matures_on;"
                        + "#,L1,P,CNY,1,0.1,2026-01-01,2027-01-01",
                "installments.csv;loan_no,seq,due_on,principal,interest;#,1,2026-02-01,1,1",
                "transactions.csv;txn_no,loan_no,type,value_on,amount;#,L1,payment,2026-02-01,1",
                "transactions.csv;loan_no,txn_no,type,value_on,amount;#,T1,payment,2026-02-01,1",
                "transactions.csv;reverses,txn_no,loan_no,type,value_on,amount;#,T1,L1,reversal,2026-02-01,1",
                "holds.csv;hold_no,scope,ref_no,reason,starts_on;#,loan,L1,dispute,2026-02-01",
                "holds.csv;ref_no,hold_no,scope,reason,starts_on;#,H1,loan,dispute,2026-02-01",
                "promises.csv;promise_no,loan_no,made_on,due_on,amount;#,L1,2026-02-01,2026-02-02,1",
                "promises.csv;loan_no,promise_no,made_on,due_on,amount;#,P1,2026-02-01,2026-02-02,1");
        for (String one : headers) {
            String[] parts = one.split(";", -1);
            for (String key : List.of("K\u00a01", "6.2284E+18", "#N/A")) {
                CheckedFile file = new CheckCase(folder)
                        .file(parts[0], parts[1] + "\n" + parts[2].replace("#", key) + "\n")
                        .checked(parts[0]);
                assertEquals("doubtful-key", CheckCase.code(file), one + " " + key);
                assertEquals(
                        parts[1].substring(0, parts[1].indexOf(',')),
                        file.rejects().get(0).column());
            }
        }
    }
}
