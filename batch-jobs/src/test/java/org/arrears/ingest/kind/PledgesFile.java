package org.arrears.ingest.kind;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A kind of file that only tests know: things pledged for a loan. One class, and one line in a list. */
public final class PledgesFile implements FileKind {

    /** All kinds there are, and this one. */
    public static final FileKinds KINDS =
            new FileKinds(Stream.concat(FileKinds.OURS.all().stream(), Stream.of(new PledgesFile()))
                    .toList());

    /** Its table, which a migration would make. */
    public static final String DDL = """
            CREATE TABLE pledge (
                pledge_no text COLLATE "C" PRIMARY KEY,
                loan_no text COLLATE "C" NOT NULL,
                owner text COLLATE "C",
                valued_on date,
                worth bigint NOT NULL,
                rank text COLLATE "C" NOT NULL,
                file_no integer NOT NULL,
                line integer NOT NULL
            )
            """;

    private static final Columns COLUMNS = Columns.of(
            Column.text("pledge_no").needed(),
            Column.text("loan_no").needed(),
            Column.text("owner").personName(),
            Column.date("valued_on"),
            Column.amount("value").needed().storedAs("worth"),
            Column.text("rank").or("first"));

    @Override
    public String code() {
        return "pledges";
    }

    @Override
    public String table() {
        return "pledge";
    }

    @Override
    public Columns columns() {
        return COLUMNS;
    }

    @Override
    public List<String> key() {
        return List.of("pledge_no");
    }

    @Override
    public List<Reference> references() {
        return List.of(Reference.ownLoan());
    }

    @Override
    public List<StageCheck> ownChecks() {
        return List.of(new StageCheck(
                RejectCode.CHANGED_CURRENCY,
                "worth",
                "s.worth > (SELECT 1000 * l.principal FROM loan l WHERE l.loan_no = s.loan_no)",
                "is more than anybody pledges"));
    }

    @Override
    public void write(RowFields row, LoanCurrencies currencies, RowSink out) throws SQLException {
        String pledgeNo = row.key(0);
        String loanNo = row.key(1);
        String owner = row.textOrEmpty(2);
        Optional<LocalDate> valuedOn = row.dateOrEmpty(3);
        long worth = row.positiveAmount(4, currencies.of(loanNo));
        String rank = row.codeOrEmpty(5, List.of("first", "second"));
        if (row.isGood()) {
            out.row().text(pledgeNo).text(loanNo).textOrNull(owner).date(valuedOn);
            out.bigint(worth).textOr(rank, "first");
        }
    }
}
