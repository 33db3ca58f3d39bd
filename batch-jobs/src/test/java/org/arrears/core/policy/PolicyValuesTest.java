package org.arrears.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;
import org.arrears.core.policy.Terms.Grace;
import org.arrears.core.policy.Terms.GraceMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that are just allowed, values that are unusual, and values that a product inherits. */
class PolicyValuesTest {

    private static final String LEAST = """
            policy: p
            penalty: { multiple: 1.5, grace: { mode: retroactive, days: 3 } }
            buckets: { ranges: { M0: 0, M1: 1+ } }
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "timezone: UTC",
                "files: { max-rejects: 0 }",
                "files: { max-rejects: 100%, charset: GB18030 }",
                "files: { required: [] }",
                "classification: { scheme: custom, ranges: { good: 0-90, bad: 91+ } }",
                "anomalies: {}",
                "anomalies: { hold: [] }",
                "due-dates: { weekend: [] }",
                "due-dates: { weekend: [monday, tuesday, wednesday, thursday, friday, saturday] }",
                "delinquency: { tolerance: 0.0001, grace-days: 365 }",
                "allocation: { from-dpd: [] }",
                "products: {}",
                "products: { A: {}, 个人贷款: { penalty: {} } }",
                "products: { A: { penalty: { max-annual-rate: 1, grace: { days: 365 } } } }",
                "products: { A: { penalty: { max-annual-rate: 0.00000001, grace: { days: 0 } } } }",
                "products: { A: { penalty: { compound: none, basis: principal+interest } } }",
                "products: { A: { penalty: { multiple: '1.4' } } }",
                "products: { A: { penalty: { grace: { mode: none, days: 0 } } } }",
                "handoff: { place: { dpd: 1 }, call-hours: 00:00-23:59, agencies: [{ agency: a, name: A }] }",
            })
    void aValueAtTheLimitIsAllowed(String yaml) {
        assertEquals("p", Policies.valid(LEAST + yaml + "\n").name());
    }

    @ParameterizedTest
    @CsvSource({"1.3, ''", "1.5, ''", "1.2999, warned", "1.5001, warned", "10, warned", "0.0001, warned"})
    void aMultipleOutside251IsWarnedOf(String multiple, String warned) {
        String yaml = "policy: p\nbuckets: { ranges: { M0: 0+ } }\npenalty:\n  multiple: " + multiple + "\n";
        String expected =
                "policy.yaml:4: penalty.multiple \"" + multiple + "\" is outside the 1.3 to 1.5 of 银发〔2003〕251号\n";
        assertEquals(warned.isEmpty() ? "" : expected, Policies.said(Policies.read(yaml)));
    }

    @Test
    void anInheritedMultipleIsWarnedOfOnce() {
        String yaml = LEAST.replace("1.5", "1.6") + "products: { A: {}, B: { penalty: { multiple: 1.2 } } }\n";
        assertEquals("""
                policy.yaml:2: penalty.multiple "1.6" is outside the 1.3 to 1.5 of 银发〔2003〕251号
                policy.yaml:4: products.B.penalty.multiple "1.2" is outside the 1.3 to 1.5 of 银发〔2003〕251号
                """, Policies.said(Policies.read(yaml)));
    }

    @Test
    void aProductMayHaveANameOnly() {
        Policy policy = Policies.valid(LEAST + "products: { CARD: { name: { zh: 信用卡, en: Credit card } } }\n");
        assertEquals(policy.terms(), policy.termsOf("CARD"));
        assertEquals(List.of(), policy.products().withTerms(policy.terms()));
        ProductName name = policy.products().nameOf("CARD");
        assertEquals("信用卡", name.in("zh"));
        assertEquals("Credit card", name.in("en"));
        assertEquals("CARD", name.in("th"));
        assertEquals("Credit card 信用卡 (CARD)", name.label());
        assertEquals("CASH", policy.products().nameOf("CASH").label());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            { name: { cn: 信用卡 } }     | name.cn as a name is no language; allowed: a language of ISO 639 in two letters
            { name: 信用卡 }             | name is the value "信用卡"; allowed: a section of keys
            { name: {} }                | name is empty; allowed: a name by language, like { zh: 信用卡,
            { name: { zh: '' } }        | name.zh is empty; allowed: one line of 1 to 60 characters
            """)
    void aNameWithoutALanguageIsRefused(String card, String error) {
        String said = Policies.said(Policies.read(LEAST + "products: { CARD: " + card + " }\n"));
        assertTrue(said.startsWith("policy.yaml:4: products.CARD." + error), said);
        assertEquals(1, said.lines().count(), said);
    }

    @Test
    void aNameIsNoKeyOfThePolicyItself() {
        String said = Policies.said(Policies.read(LEAST + "name: { zh: 名 }\nproducts: { A: { name: { zh: 名 } } }\n"));
        assertTrue(said.startsWith("policy.yaml:4: name is not a known key"), said);
    }

    @Test
    void aProductWithoutANameInALanguageOfOthersIsToldOf() {
        Policy policy =
                Policies.valid(LEAST + "products: { A: {}, B: { name: { zh: 乙, en: B } }, C: { name: { zh: 丙 } } }\n");
        assertEquals(
                List.of(
                        "products.A.name has no en, zh: people read the code A; add it as name: { en: … }",
                        "products.C.name has no en: people read the code C; add it as name: { en: … }"),
                policy.products().unnamed());
    }

    @Test
    void aGraceModeAloneInheritsTheDays() {
        Policy policy = Policies.valid(LEAST + "products: { A: { penalty: { grace: { mode: deferred } } } }\n");
        assertEquals(
                new Grace(GraceMode.DEFERRED, 3), policy.termsOf("A").penalty().grace());
    }

    @Test
    void whatHoldsALoanIsReplacedAndNotAddedTo() {
        Policy policy = Policies.valid(LEAST + "anomalies: { hold: [possible-double, no-schedule] }\n");
        assertEquals(
                List.of("no-schedule", "possible-double"), policy.anomalies().heldCodes());
        assertEquals(
                List.of(),
                Policies.valid(LEAST + "anomalies: { hold: [] }\n").anomalies().heldCodes());
    }

    @Test
    void aWeekendIsReplacedAndNotAddedTo() {
        Policy policy = Policies.valid(LEAST + "products: { A: { due-dates: { weekend: [friday] } } }\n");
        assertEquals(Set.of(DayOfWeek.FRIDAY), policy.termsOf("A").dueDates().weekend());
    }

    @Test
    void anErrorInAnInheritedSectionIsReportedOnce() {
        assertEquals(
                "policy.yaml:4: delinquency.tolerance \"x\" is not a plain decimal;"
                        + " allowed: a decimal from 0 to 999999999999, at most 4 decimals\n",
                Policies.said(
                        Policies.read(LEAST + "delinquency: { tolerance: x }\nproducts: { A: {}, B: {}, C: {} }\n")));
    }
}
