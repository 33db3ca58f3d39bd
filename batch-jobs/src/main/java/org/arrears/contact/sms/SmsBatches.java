package org.arrears.contact.sms;

import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.arrears.contact.channel.NoticeViews;
import org.arrears.contact.channel.RunTemplates;
import org.arrears.contact.render.LoanLine;
import org.arrears.contact.render.NoticeView;
import org.arrears.contact.render.TemplateException;
import org.arrears.core.money.Amounts;
import org.arrears.core.policy.NoticePolicy;
import org.arrears.core.policy.NoticePolicy.Stage;
import org.arrears.outbound.Column;
import org.arrears.outbound.FileLayout;
import org.arrears.outbound.OutboundFile;
import org.arrears.outbound.Recipient;
import org.arrears.run.FileDigest;
import org.arrears.run.Run;
import org.arrears.run.RunFolder;
import org.arrears.run.StepProgress;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** SMS files for the gateway from the decided notices: one batch a stage, to be sent in the morning after the date. */
final class SmsBatches {

    /** The gateway that sends the SMS. */
    private static final Recipient GATEWAY = new Recipient(new SmsChannel().folder());

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final FileLayout LAYOUT = FileLayout.of(
            Column.text("ref"),
            Column.text("phone"),
            Column.text("signature"),
            Column.text("text"),
            Column.text("template_id"),
            Column.text("params"),
            Column.count("segments"),
            Column.text("send_from"),
            Column.text("send_until"));

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final Run run;
    private final StepProgress progress;
    private final RunTemplates templates;

    SmsBatches(DataSource dataSource, JdbcClient jdbc, Run run, RunTemplates templates, StepProgress progress) {
        this.dataSource = dataSource;
        this.jdbc = jdbc;
        this.run = run;
        this.templates = templates;
        this.progress = progress;
    }

    /** Writes all batches; returns how many messages they hold. */
    long write() throws SQLException, IOException {
        long messages = 0;
        if (run.policy().notices().isPresent()) {
            NoticePolicy policy = run.policy().notices().get();
            progress.expect(policy.stages().stream().mapToLong(this::decided).sum());
            for (Stage stage : policy.stages()) {
                if (decided(stage) > 0) {
                    messages += write(policy, stage);
                }
            }
        }
        return messages;
    }

    private NoticeViews.Chosen chosen(Stage stage) {
        return NoticeViews.Chosen.ofStage(new SmsChannel(), run.asOf(), stage.name());
    }

    /** Counts the messages of a stage; there are none of one that goes by another channel. */
    private long decided(Stage stage) {
        return jdbc.sql("SELECT count(*) FROM notice WHERE as_of = ? AND channel = 'sms' AND stage = ?")
                .params(run.asOf(), stage.name())
                .query(Long.class)
                .single();
    }

    private long write(NoticePolicy policy, Stage stage) throws SQLException, IOException {
        List<Object[]> outputs = new ArrayList<>();
        try (OutboundFile batch = OutboundFile.begin(new RunFolder(run), GATEWAY, stage.name() + ".csv", LAYOUT);
                NoticeViews messages = NoticeViews.of(
                        dataSource, policy, templates.called(new SmsTemplates(), stage.template()), chosen(stage))) {
            for (NoticeView view = messages.next(); view != null; view = messages.next()) {
                SmsText sms = render(stage, view);
                batch.row(
                        view.noticeNo(),
                        view.debtor().phone(),
                        policy.creditor().signature(),
                        sms.text(),
                        stage.template(),
                        JSON.writeValueAsString(params(view)),
                        sms.segments(),
                        at(policy.sendFrom()),
                        at(policy.sendUntil()));
                outputs.add(new Object[] {
                    view.noticeNo(), batch.path(), sms.segments(), FileDigest.ofText(sms.text()), templates.sha256()
                });
                progress.add(1);
            }
            batch.finish();
        }
        note(outputs);
        return outputs.size();
    }

    private SmsText render(Stage stage, NoticeView view) {
        try {
            return SmsText.render(templates.templates(), stage.template(), view);
        } catch (TemplateException bad) {
            throw bad.asFailure();
        }
    }

    /** What a gateway that fills in its own template needs. */
    private static Map<String, String> params(NoticeView view) {
        LoanLine lead = view.lead();
        Map<String, String> params = new LinkedHashMap<>();
        params.put("product", lead.product());
        params.put(
                "contract_tail",
                lead.loanNo().substring(Math.max(0, lead.loanNo().length() - 4)));
        params.put("dpd", Integer.toString(lead.dpd()));
        params.put(
                "total",
                view.totals().stream()
                        .map(total -> Amounts.format(total.totalMinor(), total.digits()))
                        .collect(Collectors.joining(";")));
        params.put(
                "currency",
                view.totals().stream().map(total -> total.currency()).collect(Collectors.joining(";")));
        params.put("as_of", view.asOf().toString());
        params.put("pay_by", view.payBy().toString());
        return params;
    }

    private String at(LocalTime time) {
        return run.asOf()
                .plusDays(1)
                .atTime(time)
                .atZone(run.policy().timezone())
                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    private void note(List<Object[]> outputs) {
        new JdbcTemplate(dataSource).batchUpdate("""
                        INSERT INTO notice_output (notice_no, file, segments, sha256, templates_sha256)
                        VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT (notice_no) DO UPDATE
                        SET file = excluded.file, segments = excluded.segments, sha256 = excluded.sha256,
                            templates_sha256 = excluded.templates_sha256
                        """, outputs);
    }
}
