package org.arrears.contact.letter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.arrears.contact.render.Creditor;
import org.arrears.contact.render.Debtor;
import org.arrears.contact.render.LoanLine;
import org.arrears.contact.render.NoticeView;
import org.arrears.contact.render.Templates;
import org.arrears.core.contact.Account;
import org.arrears.core.contact.Recipient;
import org.arrears.core.money.Dues;
import org.arrears.core.money.Rate;
import org.arrears.core.policy.NoticePolicy;
import org.arrears.core.policy.Policy;
import org.arrears.core.policy.PolicyReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever text can reach a letter is looked at before the letter is decided. */
class LetterReachTest {

    private static final String GOOD = "1";
    private static final String BAD = "\uD842\uDFB7"; // U+20BB7, which the font lacks

    /** Made of what is looked at, or of what few characters are allowed for. */
    private static final Set<String> MADE = Set.of(
            "NoticeView.noticeNo",
            "NoticeView.language",
            "NoticeView.stage",
            "LoanLine.currency",
            "LoanLine.penaltyAnnualRate");

    private static final Templates TEMPLATES = Templates.bundled();
    private static final PrintableText FONT = PrintableText.in(TEMPLATES);

    /** A policy with one stage, whose texts are given. */
    private static Policy policy(Function<String, String> value, NoticePolicy.Channel channel) {
        String yaml = """
                policy: probe
                penalty: { multiple: 1.5 }
                buckets: { ranges: { M0: 0, M1: 1+ } }
                products: { CASH: { name: { zh: "%s" } } }
                notices:
                  creditor: { name: "%s", signature: "%s", phone: "%s", address: "%s", payment: "%s" }
                  stages: [{ stage: one, channel: %s, template: demand, when: { dpd: 1+ } }]
                """.formatted(
                        value.apply("Products.name"),
                        value.apply("Creditor.name"),
                        value.apply("Creditor.signature"),
                        value.apply("Creditor.phone"),
                        value.apply("Creditor.address"),
                        value.apply("Creditor.payment"),
                        channel.code());
        return PolicyReader.read(yaml.getBytes(StandardCharsets.UTF_8), "policy.yaml")
                .match((policy, warnings) -> policy, errors -> {
                    throw new AssertionError(errors);
                });
    }

    private static Optional<String> obstacle(Function<String, String> value) {
        Recipient recipient = new Recipient(
                value.apply("Debtor.customerNo"),
                value.apply("Debtor.name"),
                value.apply("Debtor.phone"),
                value.apply("Debtor.address"),
                value.apply("Debtor.postalCode"),
                "zh");
        LocalDate day = LocalDate.EPOCH;
        Account account = new Account(
                value.apply("LoanLine.loanNo"),
                day,
                value.apply("LoanLine.product"),
                "CNY",
                1,
                day,
                day,
                new Account.Amounts(1, new Dues(1, 0, 0, 0, 0), 0),
                Rate.ZERO,
                List.of(),
                List.of(),
                Optional.empty());
        return new LetterReach(FONT, policy(value, NoticePolicy.Channel.LETTER)).obstacle(recipient, List.of(account));
    }

    /** Every text of a notice as the templates see it, by its record and name. */
    static Set<String> texts() {
        Set<String> texts = new TreeSet<>();
        for (Class<?> record : List.of(NoticeView.class, Debtor.class, Creditor.class, LoanLine.class)) {
            Arrays.stream(record.getRecordComponents())
                    .filter(component -> component.getType() == String.class)
                    .map(RecordComponent::getName)
                    .map(name -> record.getSimpleName() + "." + name)
                    .filter(name -> !MADE.contains(name))
                    .forEach(texts::add);
        }
        return texts;
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aCharacterThatTheFontLacksInAnyTextStopsTheLetter(String text) {
        assertEquals(Optional.of("missing-glyph"), obstacle(name -> name.equals(text) ? BAD : GOOD));
    }

    @Test
    void whatCanBePrintedIsSentIfThereIsAnAddress() {
        assertEquals(Optional.empty(), obstacle(name -> GOOD));
        assertEquals(Optional.of("no-address"), obstacle(name -> name.equals("Debtor.address") ? "" : GOOD));
        assertEquals(
                Optional.of("missing-glyph"),
                obstacle(name -> name.equals("Debtor.address") ? "" : name.equals("Debtor.name") ? BAD : GOOD));
    }

    @Test
    void aNameOfItsProductThatCannotBePrintedStopsTheLetter() {
        assertEquals(
                Optional.of("missing-glyph"),
                obstacle(name -> name.equals("Products.name") ? BAD : name.equals("LoanLine.product") ? "CASH" : GOOD));
        assertEquals(Optional.empty(), obstacle(name -> name.equals("Products.name") ? BAD : GOOD));
    }

    private static List<String> warnings(String spoilt, NoticePolicy.Channel channel) {
        return new LetterChannel().warnings(policy(name -> name.equals(spoilt) ? BAD : GOOD, channel), TEMPLATES);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            Creditor.name, notices.creditor.name
            Creditor.signature, notices.creditor.signature
            Creditor.phone, notices.creditor.phone
            Creditor.address, notices.creditor.address
            Creditor.payment, notices.creditor.payment
            Products.name, products.CASH.name.zh
            """)
    void aPolicyThatWritesLettersIsWarnedOfEveryTextOfItsOwnThatCannotBePrinted(String text, String key) {
        List<String> warnings = warnings(text, NoticePolicy.Channel.LETTER);
        assertEquals(1, warnings.size());
        assertTrue(warnings.get(0).startsWith(key + " has U+20BB7"), warnings::toString);
        assertEquals(List.of(), warnings(text, NoticePolicy.Channel.SMS));
        assertEquals(List.of(), warnings("", NoticePolicy.Channel.LETTER));
    }

    @Test
    void allTextsAreFound() {
        assertEquals(12, texts().size());
    }
}
