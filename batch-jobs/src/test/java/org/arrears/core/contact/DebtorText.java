package org.arrears.core.contact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.arrears.core.loan.Doubt;
import org.arrears.core.loan.Hold;
import org.arrears.core.loan.Promise;
import org.arrears.core.money.Dues;
import org.arrears.core.money.Rate;

/**
 * Debtors and decisions as the tables of these tests write them. Loans: {@code L1 dpd=5 total=1200 currency=CNY
 * since=09-01 hold=reason:channels:until promise=made:due:amount:paid doubt=code, L2}; amounts in minor units,
 * days of 2026 without their year.
 */
final class DebtorText {

    private DebtorText() {}

    static List<Account> accounts(String loans, LocalDate asOf) {
        return split(loans, ",").stream().map(loan -> account(loan, asOf)).toList();
    }

    private static Account account(String text, LocalDate asOf) {
        List<String> words = split(text, " +");
        int dpd = Integer.parseInt(value(words, "dpd", "1"));
        LocalDate since = day(value(words, "since", of(asOf.minusDays(dpd))));
        long total = Long.parseLong(value(words, "total", "10000"));
        return new Account(
                words.get(0),
                LocalDate.of(2026, 1, 15),
                value(words, "product", "CASH"),
                value(words, "currency", "CNY"),
                dpd,
                since,
                since,
                new Account.Amounts(total * 5, new Dues(total, 0, 0, 0, 0), 1),
                Rate.ZERO,
                values(words, "hold").stream().map(DebtorText::hold).toList(),
                values(words, "promise").stream().map(DebtorText::promise).toList(),
                values(words, "doubt").stream().map(Doubt::of).findFirst());
    }

    private static Hold hold(String text) {
        List<String> parts = split(text, ":");
        Optional<LocalDate> until = parts.size() > 2 ? Optional.of(day(parts.get(2))) : Optional.empty();
        return new Hold(parts.get(0), until, split(parts.get(1), ";"));
    }

    private static Promise promise(String text) {
        List<String> parts = split(text, ":");
        return new Promise(
                day(parts.get(0)), day(parts.get(1)), Long.parseLong(parts.get(2)), Long.parseLong(parts.get(3)));
    }

    /** Reads earlier notices: {@code reminder 09-24, due-soon 09-28 about 09-30}. */
    static List<Sent> sent(String notices) {
        return split(notices, ",").stream()
                .map(notice -> split(notice, " +"))
                .map(words -> new Sent(
                        words.get(0),
                        day(words.get(1)),
                        words.size() > 3 ? Optional.of(day(words.get(3))) : Optional.empty()))
                .toList();
    }

    /** Reads a day of 2026: {@code 10-03}. */
    static LocalDate day(String text) {
        return LocalDate.parse("2026-" + text);
    }

    private static String of(LocalDate day) {
        return day.toString().substring("2026-".length());
    }

    private static String value(List<String> words, String name, String otherwise) {
        return values(words, name).stream().findFirst().orElse(otherwise);
    }

    private static List<String> values(List<String> words, String name) {
        List<String> values = new ArrayList<>();
        for (String word : words) {
            if (word.startsWith(name + "=")) {
                values.add(word.substring(name.length() + 1));
            }
        }
        return values;
    }

    static List<String> split(String text, String separator) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(separator, -1))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList();
    }

    /** Writes a reason with its end. */
    static String of(Stop stop) {
        return stop.reason() + stop.until().map(until -> " " + of(until)).orElse("");
    }

    /** Writes a decision: {@code reminder #2 L1 L2}, {@code reminder: sent-lately 10-08}, {@code -: no-stage}. */
    static String of(Decision decision) {
        if (decision instanceof Decision.Suppress suppress) {
            return suppress.stage().map(stage -> stage.name()).orElse("-") + ": " + of(suppress.why());
        }
        Decision.Send send = (Decision.Send) decision;
        List<String> words = new ArrayList<>(List.of(send.stage().name(), "#" + send.occurrence()));
        send.accounts().forEach(account -> words.add(account.loanNo()));
        send.aboutDueOn().ifPresent(dueOn -> words.add("about " + of(dueOn)));
        return String.join(" ", words);
    }
}
