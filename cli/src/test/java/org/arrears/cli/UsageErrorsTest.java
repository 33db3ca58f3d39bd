package org.arrears.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.arrears.cli.Shell.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person sees who has typed a wrong command line: the message, and one line of how it should be. */
class UsageErrorsTest {

    private static Ended run(String line) {
        List<String> words = line.isEmpty() ? List.of() : List.of(line.split(" +", -1));
        return new Shell(Map.of()).run(words).with(ExitCodes.USAGE);
    }

    @ParameterizedTest(name = "arrears {0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            nigthly --as-of 2026-09-30          | there is no command "nigthly" in arrears: did you mean nightly?
            night                               | there is no command "night" in arrears: did you mean nightly?
            frobnicate                          | there is no command "frobnicate" in arrears
            runs lst                            | there is no command "lst" in arrears runs: did you mean list?
            policy chek p.yaml                  | there is no command "chek" in arrears policy: did you mean check?
            --as-of 2026-09-30 nightly          | there is no option "--as-of" in arrears
            nightly --asof 2026-09-30           | there is no option "--asof" in arrears nightly: did you mean --as-of?
            nightly --as-off=2026-09-30 | there is no option "--as-off" in arrears nightly: did you mean --as-of?
            nightly --in a --out b --polcy p | there is no option "--polcy" in arrears nightly: did you mean --policy?
            nightly --as-of 2026-9-30 --inn a   | there is no option "--inn" in arrears nightly: did you mean --in?
            nightly --skip | there is no option "--skip" in arrears nightly: did you mean --skip-ahead?
            nightly --re                        | there is no option "--re" in arrears nightly
            runs list --limt 3 | there is no option "--limt" in arrears runs list: did you mean --limit?
            export accounts --colums a | there is no option "--colums" in arrears export accounts: did you mean --col
            export accounts --as-of 2026-09-30 -x 1 | there is no option "-x" in arrears export accounts
            explain --frm=json L1               | there is no option "--frm" in arrears explain
            explain --formt json L1 | there is no option "--formt" in arrears explain: did you mean --format?
            policy diff a b --as-of 2026-09-30 --topp 3 | there is no option "--topp" in arrears policy diff
            rejects dismiss 1 --reasn x | there is no option "--reasn" in arrears rejects dismiss: did you mean --reas
            explain                             | LOAN_NO, --as-of DATE are missing
            explain L1                          | --as-of DATE is missing
            explain L1 --as-of                  | --as-of needs a value: --as-of DATE
            explain --as-of 2026-09-30          | LOAN_NO is missing
            explain L1 L2 --as-of 2026-09-30    | "L2" is more than arrears explain takes
            nightly --as-of 2026-09-30          | --in DIR, --out DIR, --policy FILE are missing
            nightly --as-of 2026-02-30 | Invalid value for option '--as-of': "2026-02-30" is a day that
            explain L1 --as-of 2026-09-30 --as-of 2026-10-01 | --as-of is given more than once: give it once
            runs list --limit many              | Invalid value for option '--limit': 'many' is not an int
            report aging --as-of 2026-09-30     | Invalid value for positional parameter at index 0
            explain L1 --as-of 2026-09-30 --format yaml | Invalid value for option '--format'
            explain L1 --as-of 2026-09-30 --format csv  | --format csv: this command has text, json, html
            policy check p.yaml --format html   | --format html: this command has text, json
            check a.csv --format html           | --format html: this command has text, json
            report ageing --as-of 2026-09-30 -o a.xlsx  | -o a.xlsx: there is no form for the ending .xlsx here
            report ageing --as-of 2026-09-30 -o a.parquet | -o a.parquet: there is no form for the ending .parquet here
            export accounts --as-of 2026-09-30 -o x.parquet | -o x.parquet: there is no form for the ending .parquet
            export accounts --as-of 2026-09-30 -o x.xlsx --format csv | -o x.xlsx stands for xlsx and --format says csv
            runs list -o runs.html              | -o runs.html: there is no form for the ending .html here
            template preview sms/reminder.zh.vm --templates ../templates -o a.pdf | -o a.pdf: there is no form for
            policy diff a b --as-of 2026-09-30 --top -1 | --top -1: from 0 to 10000
            runs                                | arrears runs needs a command: list, show, resume, stop
            export                              | arrears export needs a command: accounts
            rejects                             | arrears rejects needs a command: list, dismiss
            template --verbose                  | arrears template needs a command: check, preview
            """)
    void theMessageSaysWhatIsWrongAndNoHelpScrollsItAway(String line, String message) {
        Ended ended = run(line);
        List<String> lines = ended.err().lines().toList();
        assertEquals(
                message,
                lines.get(0)
                        .substring(0, Math.min(message.length(), lines.get(0).length())));
        assertEquals(2, lines.size(), ended.err());
        assertEquals("usage: arrears", lines.get(1).substring(0, 14));
        assertEquals("", ended.out());
    }

    @Test
    void aMisspeltOptionIsNotAMissingOne() {
        assertEquals(
                """
                there is no option "--asof" in arrears nightly: did you mean --as-of?
                usage: arrears nightly --as-of DATE --in DIR --out DIR --policy FILE [OPTIONS]   \
                (see arrears nightly --help)
                """, run("nightly --asof 2026-09-30 --in a --out b --policy p").err());
    }

    @Test
    void noCommandAtAllIsAnsweredWithTheCommands() {
        assertEquals("""
                arrears needs a command: nightly, check, ingest, assess, notices, handoff, export, report, explain, \
                policy, template, runs, rejects, demo, completion, help
                usage: arrears [OPTIONS] COMMAND   (see arrears --help)
                """, run("").err());
    }

    @Test
    void argumentsStandInTheUsage() {
        assertEquals("""
                NUMBER, --reason TEXT are missing
                usage: arrears rejects dismiss NUMBER... --reason TEXT [OPTIONS]   (see arrears rejects dismiss --help)
                """, run("rejects dismiss").err());
    }

    @Test
    void theValueOfAnOptionIsNoOptionThoughItLooksLikeOne() {
        assertEquals("""
                --as-of DATE is missing
                usage: arrears export accounts --as-of DATE [OPTIONS]   (see arrears export accounts --help)
                """, run("export accounts --where -dpd -ofile").err());
    }
}
