package org.arrears.contact.letter;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.arrears.contact.channel.NoticeViews;
import org.arrears.contact.channel.RunTemplates;
import org.arrears.contact.render.NoticeView;
import org.arrears.contact.render.TemplateException;
import org.arrears.core.money.Amounts;
import org.arrears.core.money.CurrencyUnit;
import org.arrears.core.policy.NoticePolicy;
import org.arrears.outbound.Column;
import org.arrears.outbound.FileLayout;
import org.arrears.outbound.OutboundFile;
import org.arrears.outbound.Recipient;
import org.arrears.run.FileDigest;
import org.arrears.run.Run;
import org.arrears.run.RunFolder;
import org.arrears.run.StepProgress;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Letters from the decided notices: print runs as PDF, and the list that says which letter is where. */
final class LetterPrinting {

    /** Whoever prints, folds and posts the letters. */
    private static final Recipient PRINT_SHOP = new Recipient(new LetterChannel().folder());

    private static final FileLayout LAYOUT = FileLayout.of(
                    Column.text("letter_no"),
                    Column.text("customer_no"),
                    Column.text("template"),
                    Column.count("pages"),
                    Column.count("first_page"),
                    Column.text("file"),
                    Column.amount("total"),
                    Column.currency("currency"),
                    Column.text("address"))
            .summing("total");

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final Run run;
    private final RunTemplates templates;
    private final RunFolder folder;

    LetterPrinting(DataSource dataSource, JdbcClient jdbc, Run run, RunTemplates templates) {
        this.dataSource = dataSource;
        this.jdbc = jdbc;
        this.run = run;
        this.templates = templates;
        this.folder = new RunFolder(run);
    }

    /** Cuts the letters of a template, by number, into print runs of the policy's size at most. */
    List<PrintRun> printRuns() {
        int size = run.policy().notices().map(NoticePolicy::printRun).orElse(LetterPress.MAX_LETTERS);
        return jdbc.sql("""
                        SELECT template, piece, min(notice_no) AS first, max(notice_no) AS last
                        FROM (SELECT template, notice_no,
                                     (row_number() OVER (PARTITION BY template ORDER BY notice_no) - 1) / :size AS piece
                              FROM notice WHERE as_of = :asOf AND channel = 'letter') pieces
                        GROUP BY template, piece ORDER BY template COLLATE "C", piece
                        """)
                .param("size", size)
                .param("asOf", run.asOf())
                .query((row, number) -> new PrintRun(
                        run.asOf(),
                        row.getString("template"),
                        row.getString("first"),
                        row.getString("last"),
                        String.format(
                                java.util.Locale.ROOT,
                                "letters/%s-%03d.pdf",
                                row.getString("template"),
                                row.getLong("piece") + 1)))
                .list();
    }

    /** Prints one run and notes where each letter is; returns how many letters it has. */
    long print(PrintRun printRun, StepProgress progress) throws SQLException, IOException {
        NoticePolicy policy = run.policy().notices().orElseThrow();
        List<NoticeView> views;
        try (NoticeViews letters = NoticeViews.of(
                dataSource, policy, templates.called(new LetterTemplates(), printRun.template()), printRun.chosen())) {
            views = letters.all();
        }
        Path pdf = folder.path(printRun.file());
        List<PrintedLetter> printed;
        try {
            printed = new LetterPress(templates.templates()).print(views, printRun.template(), pdf, progress::add);
        } catch (TemplateException bad) {
            throw bad.asFailure();
        }
        String sha256 = FileDigest.of(pdf).sha256();
        List<Object[]> rows = new ArrayList<>();
        for (PrintedLetter letter : printed) {
            rows.add(new Object[] {
                letter.noticeNo(), printRun.file(), letter.firstPage(), letter.pages(), sha256, templates.sha256()
            });
        }
        new org.springframework.jdbc.core.JdbcTemplate(dataSource).batchUpdate("""
                        INSERT INTO notice_output (notice_no, file, first_page, pages, sha256, templates_sha256)
                        VALUES (?, ?, ?, ?, ?, ?)
                        ON CONFLICT (notice_no) DO UPDATE
                        SET file = excluded.file, first_page = excluded.first_page, pages = excluded.pages,
                            sha256 = excluded.sha256, templates_sha256 = excluded.templates_sha256
                        """, rows);
        return printed.size();
    }

    /** Returns how many letters there are to print. */
    long decided() {
        return jdbc.sql("SELECT count(*) FROM notice WHERE as_of = ? AND channel = 'letter'")
                .params(run.asOf())
                .query(Long.class)
                .single();
    }

    /** Writes {@code letters/letters.csv}; returns how many letters it lists, which must be all. */
    long list() throws IOException {
        List<ListedLetter> letters = listed();
        long decided = decided();
        if (letters.size() != decided) {
            throw new IllegalStateException(decided + " letters decided, " + letters.size() + " printed");
        }
        if (letters.isEmpty()) {
            return 0;
        }
        try (OutboundFile list = OutboundFile.begin(folder, PRINT_SHOP, "letters.csv", LAYOUT)) {
            for (ListedLetter letter : letters) {
                list.row(
                        letter.letterNo,
                        letter.customerNo,
                        letter.template,
                        letter.pages,
                        letter.firstPage,
                        letter.file,
                        String.join(";", letter.totals.values()),
                        String.join(";", letter.totals.keySet()),
                        letter.address);
            }
            list.finish();
        }
        return letters.size();
    }

    private record ListedLetter(
            String letterNo,
            String customerNo,
            String template,
            int pages,
            int firstPage,
            String file,
            Map<String, String> totals,
            String address) {}

    private List<ListedLetter> listed() {
        Map<String, Map<String, String>> totals = new LinkedHashMap<>();
        jdbc.sql("""
                        SELECT notice_no, l.currency, sum(l.total) AS total
                        FROM notice_loan l JOIN notice n USING (notice_no)
                        WHERE n.as_of = ? AND n.channel = 'letter'
                        GROUP BY notice_no, l.currency ORDER BY notice_no, l.currency COLLATE "C"
                        """)
                .params(run.asOf())
                .query((row, number) -> totals.computeIfAbsent(row.getString(1), no -> new LinkedHashMap<>())
                        .put(row.getString(2), amount(row.getLong(3), row.getString(2))))
                .list();
        return jdbc.sql("""
                        SELECT n.notice_no, n.customer_no, n.template, o.pages, o.first_page, o.file,
                               concat_ws(' ', n.postal_code, n.address) AS address
                        FROM notice n JOIN notice_output o USING (notice_no)
                        WHERE n.as_of = ? AND n.channel = 'letter'
                        ORDER BY o.file COLLATE "C", o.first_page
                        """)
                .params(run.asOf())
                .query((row, number) -> new ListedLetter(
                        row.getString("notice_no"),
                        row.getString("customer_no"),
                        row.getString("template"),
                        row.getInt("pages"),
                        row.getInt("first_page"),
                        row.getString("file"),
                        totals.getOrDefault(row.getString("notice_no"), Map.of()),
                        row.getString("address")))
                .list();
    }

    private static String amount(long minor, String currency) {
        return Amounts.format(minor, CurrencyUnit.of(currency).orElseThrow().digits());
    }
}
