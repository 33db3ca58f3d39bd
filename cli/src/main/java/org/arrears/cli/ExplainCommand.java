package org.arrears.cli;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.arrears.core.loan.LoanFacts;
import org.arrears.core.replay.Assessor;
import org.arrears.core.replay.Derivation;
import org.arrears.db.Database;
import org.arrears.db.Keys;
import org.arrears.explain.AccountContext;
import org.arrears.explain.AccountContexts;
import org.arrears.explain.ExplainHtml;
import org.arrears.explain.ExplainJson;
import org.arrears.explain.ExplainText;
import org.arrears.facts.Assessors;
import org.arrears.facts.LoanFactsStream;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;
import org.arrears.run.Fault;
import org.arrears.run.RunRequest.PolicyFile;
import org.arrears.run.RunTable;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code arrears explain}: the whole calculation of one loan. */
@Command(
        name = "explain",
        description = "Why this amount? The whole calculation of one loan, as text, JSON or an HTML page.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ExplainCommand implements Callable<Integer> {

    private static final FormChoice FORMS = FormChoice.of(Form.TEXT, Form.JSON, Form.HTML);

    private final Console console;

    @Parameters(paramLabel = "LOAN_NO", description = "The loan.")
    private String loanNo = "";

    @Option(names = "--as-of", required = true, paramLabel = "DATE", description = "Business date, yyyy-MM-dd.")
    private LocalDate asOf = LocalDate.EPOCH;

    @Option(
            names = "--on",
            paramLabel = "DATE",
            description = "A later date: how much if paid on that day and nothing else happens.")
    private Optional<LocalDate> on = Optional.empty();

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "Policy (default: the one under which the date was assessed).")
    private Optional<Path> policy = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "text|json|html",
            converter = Form.Reader.class,
            description = "Form of the result (default: by FILE's ending, else text).")
    private Optional<Form> format = Optional.empty();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        LocalDate day = on.orElse(asOf);
        if (day.isBefore(asOf)) {
            throw new WrongUsageException("--on " + day + " is before --as-of " + asOf + ": give a later day");
        }
        Output result = output.chosen(console, format, FORMS);
        return Sessions.withExisting(console, common, database -> {
            result.print(explained(database, day, result.form()));
            return ExitCodes.DONE;
        });
    }

    private String explained(Database database, LocalDate day, Form form) {
        JdbcClient jdbc = JdbcClient.create(database.dataSource());
        PolicyFile rules =
                policy.map(file -> PolicyFiles.read(file, console.err())).orElseGet(() -> stored(database));
        Assessor assessor = Assessors.under(rules.policy(), jdbc);
        List<LoanFacts> customers = customersLoans(database);
        LoanFacts facts = customers.stream()
                .filter(of -> of.loan().loanNo().equals(loanNo))
                .findFirst()
                .orElseThrow(() -> new ArrearsException(
                        FailureKind.INPUT_REFUSED, "there is no unsettled loan \"" + loanNo + "\": check the number"));
        int customerDpd = customers.stream()
                .mapToInt(of -> assessor.assess(known(of), day).standing().dpd())
                .max()
                .orElseThrow();
        Derivation derivation = assessor.explain(known(facts), day);
        AccountContext account = new AccountContexts(jdbc).of(facts.loan(), asOf, rules.policy(), customerDpd);
        return switch (form) {
            case JSON -> ExplainJson.print(derivation, account);
            case HTML -> ExplainHtml.print(derivation, account);
            case TEXT, CSV, XLSX, PDF -> ExplainText.print(derivation, account);
        };
    }

    /** A forecast knows no transaction after the business date. */
    private LoanFacts known(LoanFacts facts) {
        return on.isPresent() ? facts.knownOn(asOf) : facts;
    }

    private PolicyFile stored(Database database) {
        return new RunTable(database.dataSource())
                .policyOfAssessment(asOf)
                .map(yaml -> PolicyFiles.ofStored(yaml, Optional.empty()))
                .orElseThrow(() -> new ArrearsException(
                        FailureKind.INPUT_REFUSED,
                        "nothing is assessed yet: run arrears nightly first, or give --policy"));
    }

    /** Reads the loan and all others of its customer. */
    private List<LoanFacts> customersLoans(Database database) {
        String condition = "loan_no IN (SELECT loan_no FROM loan WHERE customer_no ="
                + " (SELECT customer_no FROM loan WHERE loan_no = " + Keys.literal(loanNo) + "))";
        List<LoanFacts> loans = new ArrayList<>();
        try (LoanFactsStream stream = new LoanFactsStream(database.dataSource(), condition)) {
            for (LoanFacts facts = stream.next(); facts != null; facts = stream.next()) {
                loans.add(facts);
            }
            return loans;
        } catch (SQLException failed) {
            throw Fault.of(failed);
        }
    }
}
