package org.arrears.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One rule for every command: which form a file gets. */
class FormChoiceTest {

    private static Form choose(String forms, String format, String file) {
        FormChoice choice = new FormChoice(Stream.of(forms.split(" ", -1))
                .map(code -> Form.ofCode(code).orElseThrow())
                .toList());
        Optional<Form> said =
                Optional.of(format).filter(code -> !code.equals("-")).flatMap(Form::ofCode);
        return file.equals("-") ? choice.choose(said) : choice.choose(said, file);
    }

    @ParameterizedTest(name = "{0}: --format {1} -o {2}")
    @CsvSource(textBlock = """
            text html csv json, -,    -,                     text
            text html csv json, csv,  -,                     csv
            text html csv json, -,    a.html,                html
            text html csv json, -,    out/a.HTM,             html
            text html csv json, -,    a.txt,                 text
            text html csv json, html, a.html,                html
            csv xlsx json,      -,    accounts.xlsx,         xlsx
            csv xlsx json,      -,    2026.09/accounts,      csv
            csv xlsx json,      json, /dev/fd/3,             json
            csv xlsx json,      -,    /dev/stdout,           csv
            csv xlsx json,      -,    .accounts,             csv
            csv xlsx json,      csv,  accounts.20260930,     csv
            csv xlsx json,      csv,  accounts.csv.part,     csv
            """)
    void theEndingChoosesUnlessTheFormatDoes(String forms, String format, String file, String form) {
        assertEquals(form, choose(forms, format, file).code());
    }

    @ParameterizedTest(name = "{0}: --format {1} -o {2}")
    @CsvSource(delimiter = '|', textBlock = """
            csv xlsx json | - | x.parquet | -o x.parquet: there is no form for the ending .parquet here
            csv xlsx json | -    | x.html      | -o x.html: there is no form for the ending .html here; endings are
            csv xlsx json | csv  | x.html      | -o x.html: there is no form for the ending .html here; endings are
            csv xlsx json | -    | x.2026-09-30 | -o x.2026-09-30: there is no form for the ending .2026-09-30 here
            csv xlsx json | csv | x.xlsx | -o x.xlsx stands for xlsx and --format says csv: leave --format out
            text json     | html | -           | --format html: this command has text, json
            text json     | html | a.html      | --format html: this command has text, json
            """)
    void aNameNeverPromisesAnotherForm(String forms, String format, String file, String message) {
        WrongUsageException wrong = assertThrows(WrongUsageException.class, () -> choose(forms, format, file));
        assertTrue(String.valueOf(wrong.getMessage()).startsWith(message), wrong.getMessage());
    }
}
