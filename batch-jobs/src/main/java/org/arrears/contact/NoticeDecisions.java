package org.arrears.contact;

import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.arrears.contact.render.PrintableText;
import org.arrears.core.policy.DayRange;
import org.arrears.core.policy.NoticePolicy;
import org.arrears.core.policy.NoticePolicy.Trigger;
import org.arrears.facts.Assessors;
import org.arrears.facts.Doubts;
import org.arrears.facts.HoldsInForce;
import org.arrears.run.Run;
import org.arrears.run.StepProgress;
import org.arrears.run.StopSignal;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Decides all notices of a business date, in one transaction: who is written to, and who is not and why. */
final class NoticeDecisions {

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final Run run;
    private final NoticeTemplates templates;
    private final StopSignal stop;
    private final StepProgress progress;

    NoticeDecisions(
            DataSource dataSource,
            JdbcClient jdbc,
            Run run,
            NoticeTemplates templates,
            StopSignal stop,
            StepProgress progress) {
        this.dataSource = dataSource;
        this.jdbc = jdbc;
        this.run = run;
        this.templates = templates;
        this.stop = stop;
        this.progress = progress;
    }

    /** Returns how many notices were decided. */
    long decide() throws SQLException {
        if (run.policy().notices().isEmpty()) {
            return 0;
        }
        NoticePolicy policy = run.policy().notices().get();
        PrintableText font = PrintableText.in(templates.templates());
        Ladder ladder = new Ladder(
                policy,
                HoldsInForce.on(run.asOf(), jdbc),
                run.asOf(),
                run.request().options().channels(),
                contact -> font.prints(contact.name() + contact.address() + contact.postalCode()));
        Doubts doubts = Doubts.under(run.policy().anomalies());
        NoticeTable table = new NoticeTable(dataSource, run.asOf(), policy);
        table.clear(run.request().options().channels());
        progress.expect(inArrears());
        try (DebtorCases cases = new DebtorCases(dataSource, run.asOf(), doubts)) {
            for (DebtorCase debtor = cases.next(); debtor != null; debtor = cases.next()) {
                stop.check();
                DebtorCase decided = debtor;
                ladder.decide(debtor).forEach(decision -> table.add(decided.contact(), decision));
                progress.add(1);
            }
        }
        Optional<DayRange> announced = announced(policy);
        if (announced.isPresent()) {
            new DueSoonCases(dataSource, Assessors.under(run.policy(), jdbc), run.asOf(), doubts)
                    .forEach(announced.get(), (contact, byDueOn) -> {
                        progress.expectMore(1);
                        progress.add(1);
                        ladder.announce(byDueOn).forEach(decision -> table.add(contact, decision));
                    });
        }
        long decided = table.flush();
        new NoticeLanguages(jdbc, templates.templates()).note(run.asOf());
        return decided;
    }

    private long inArrears() {
        return jdbc.sql("SELECT count(DISTINCT customer_no) FROM assessment WHERE as_of = ? AND past_due_days > 0")
                .params(run.asOf())
                .query(Long.class)
                .single();
    }

    /** Returns the days before a due date that any stage looks at. */
    private static Optional<DayRange> announced(NoticePolicy policy) {
        return policy.stages().stream()
                .filter(stage -> stage.trigger() == Trigger.DAYS_TO_DUE)
                .map(NoticePolicy.Stage::days)
                .reduce((a, b) -> new DayRange(Math.min(a.from(), b.from()), Math.max(a.to(), b.to())));
    }
}
