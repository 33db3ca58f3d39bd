package org.arrears.explain;

import java.util.function.BiConsumer;
import org.arrears.core.loan.Loan;
import org.arrears.core.loan.Transaction;
import org.arrears.core.money.Dues;
import org.arrears.core.replay.Anomaly;
import org.arrears.core.replay.Assessment;
import org.arrears.core.replay.Derivation;
import org.arrears.core.replay.NextDay;
import org.arrears.core.replay.ReversalEffect;
import org.arrears.facts.DuesColumns;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Prints an explanation as JSON: every field always there and in the same order, {@code null} where there is nothing.
 *
 * <p>Its schema is the resource {@value #SCHEMA}.
 */
public final class ExplainJson {

    /** The class path resource that is its JSON Schema. */
    public static final String SCHEMA = "/org/arrears/explain/explain.schema.json";

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

    private final Derivation derivation;
    private final AccountContext account;
    private final JsonFigures figures;

    private ExplainJson(Derivation derivation, AccountContext account) {
        this.derivation = derivation;
        this.account = account;
        this.figures = new JsonFigures(derivation.assessment().loan().currency());
    }

    /** Returns the explanation as indented JSON with a last line end. */
    public static String print(Derivation derivation, AccountContext account) {
        ObjectNode root = MAPPER.createObjectNode();
        new ExplainJson(derivation, account).write(root);
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT);
        return MAPPER.writer().with(printer).writeValueAsString(root) + "\n";
    }

    private void write(ObjectNode root) {
        Loan loan = derivation.assessment().loan();
        root.put("loan_no", loan.loanNo());
        root.put("customer_no", loan.customerNo());
        root.put("product", loan.product());
        root.put("currency", loan.currency().code());
        root.put("as_of", derivation.asOf().toString());
        root.put("business_date", account.factsUpTo().toString());
        root.put("forecast", derivation.asOf().isAfter(account.factsUpTo()));
        root.put("asked_by", account.askedBy());
        ObjectNode policy = root.putObject("policy");
        policy.put("name", account.policyName());
        policy.put("sha256", account.policySha256());
        amounts(root.putObject("amounts"));
        standing(root.putObject("standing"));
        each(root, "anomalies", derivation.assessment().anomalies(), this::anomaly);
        each(root, "installments", derivation.installments(), new JsonInstallment(figures)::write);
        JsonTerms.write(root.putObject("rates"), derivation);
        each(root, "slices", derivation.slices(), new JsonReplay(figures)::slice);
        each(root, "movements", derivation.spendings(), new JsonReplay(figures)::spending);
        each(root, "reversals", derivation.reversals(), this::reversal);
        each(root, "not_counted", derivation.later(), this::transaction);
        JsonDelinquency.write(root, derivation, figures);
        each(root, "next_day", derivation.nextDay(), this::nextDay);
        JsonAccount.write(root.putObject("account"), account, figures);
    }

    /** Writes a list of objects. */
    static <T> void each(ObjectNode into, String name, Iterable<T> values, BiConsumer<ObjectNode, T> write) {
        ArrayNode array = into.putArray(name);
        values.forEach(value -> write.accept(array.addObject(), value));
    }

    private void amounts(ObjectNode to) {
        Assessment.Amounts amounts = derivation.assessment().amounts();
        to.put("to_pay", figures.amount(derivation.toPayMinor()));
        to.put("total_overdue", figures.amount(amounts.overdue().total()));
        Dues.LISTED.forEach(part -> to.put(
                DuesColumns.overdue(part), figures.amount(amounts.overdue().get(part))));
        to.put("principal_balance", figures.amount(amounts.principalBalance()));
        to.put("held_credit", figures.amount(amounts.heldCredit()));
        to.put("daily_accrual", figures.amount(amounts.dailyAccrual()));
    }

    private void standing(ObjectNode to) {
        Assessment assessment = derivation.assessment();
        to.put("past_due_days", assessment.standing().pastDueDays());
        to.put("dpd", assessment.standing().dpd());
        to.put("customer_dpd", account.customerDpd());
        to.put("missed_installments", assessment.standing().missedInstallments());
        JsonFigures.date(to, "oldest_due_on", assessment.standing().oldestDueOn());
        JsonFigures.date(to, "overdue_since", assessment.standing().overdueSince());
        to.put("bucket", assessment.standing().bucket());
        to.put("classification", assessment.standing().classification());
        JsonFigures.date(to, "last_payment_on", assessment.lastPaymentOn());
    }

    private void anomaly(ObjectNode to, Anomaly anomaly) {
        to.put("code", anomaly.kind().code());
        to.put("subject", anomaly.subject());
        to.put("held", account.anomalies().hold().contains(anomaly.kind()));
        each(to, "figures", anomaly.figures(), ExplainJson::figure);
        to.put("text", anomaly.text());
    }

    private static void figure(ObjectNode to, Anomaly.Figure figure) {
        to.put("name", figure.name());
        to.put("value", figure.value());
    }

    private void reversal(ObjectNode to, ReversalEffect effect) {
        transaction(to, effect.reversal());
        to.put("reverses", effect.reversal().reverses());
        to.put("removed", effect.removed().isPresent());
    }

    private void transaction(ObjectNode to, Transaction transaction) {
        to.put("txn_no", transaction.txnNo());
        to.put("type", type(transaction));
        to.put("value_on", transaction.valueOn().toString());
        to.put("amount", figures.amount(transaction.amountMinor()));
    }

    private static String type(Transaction transaction) {
        if (transaction instanceof Transaction.Payment) {
            return "payment";
        }
        return transaction instanceof Transaction.Waiver ? "waiver" : "reversal";
    }

    private void nextDay(ObjectNode to, NextDay next) {
        to.put("seq", next.seq());
        to.put("days", next.days());
        to.put("penalty", figures.amount(next.added().penalty()));
        to.put("compound", figures.amount(next.added().compound()));
    }
}
