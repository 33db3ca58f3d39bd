package org.arrears.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.arrears.core.calendar.DayCount;
import org.arrears.core.calendar.RollRule;
import org.arrears.core.money.Component;
import org.arrears.core.money.Rate;
import org.arrears.core.policy.HandoffPolicy.Agency;
import org.arrears.core.policy.NoticePolicy.Channel;
import org.arrears.core.policy.NoticePolicy.Stage;
import org.arrears.core.policy.NoticePolicy.Trigger;
import org.arrears.core.policy.Terms.Basis;
import org.arrears.core.policy.Terms.Compound;
import org.arrears.core.policy.Terms.Counting;
import org.arrears.core.policy.Terms.Delinquency;
import org.arrears.core.policy.Terms.DueDates;
import org.arrears.core.policy.Terms.FromDpd;
import org.arrears.core.policy.Terms.Grace;
import org.arrears.core.policy.Terms.GraceMode;
import org.arrears.core.policy.Terms.Order;
import org.arrears.core.policy.Terms.Penalty;
import org.junit.jupiter.api.Test;

/** The policy of the sample lender, value by value. */
class SamplePolicyTest {

    private static final Policy POLICY = read(Policies.sample());
    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final Optional<Rate> CAP = Rate.parse("0.24");

    private static Policy read(byte[] yaml) {
        return PolicyReader.read(yaml, "policy.yaml").match(Policies::withoutWarnings, errors -> {
            throw new AssertionError(errors);
        });
    }

    @Test
    void isValidWithoutWarnings() {
        assertEquals("sample-consumer", POLICY.name());
        assertEquals(
                Set.of("MORTGAGE", "CARD", "AUTO", "SME"),
                POLICY.products().terms().keySet());
        assertEquals(ClassificationSchemes.CN_2023, POLICY.classification());
        assertEquals("M7", POLICY.buckets().of(181).name());
    }

    @Test
    void hasItsOwnTermsForAProductWithoutOverrides() {
        Terms terms = POLICY.termsOf("CONSUMER");
        assertEquals(new DueDates(RollRule.NONE, WEEKEND), terms.dueDates());
        assertEquals(
                penalty("1.5", Basis.PRINCIPAL, Compound.PENALTY, DayCount.ACT_360, GraceMode.NONE, 0),
                terms.penalty());
        assertEquals(
                List.of(new FromDpd(
                        91,
                        List.of(
                                Component.PRINCIPAL,
                                Component.INTEREST,
                                Component.COMPOUND,
                                Component.PENALTY,
                                Component.FEE))),
                terms.allocation().fromDpd());
        assertEquals(new Delinquency(Counting.EXCLUDE_DUE_DATE, 0, new BigDecimal("0.00")), terms.delinquency());
    }

    @Test
    void overridesKeyByKey() {
        Terms mortgage = POLICY.termsOf("MORTGAGE");
        Terms card = POLICY.termsOf("CARD");
        assertEquals(new DueDates(RollRule.FOLLOWING, WEEKEND), mortgage.dueDates());
        assertEquals(
                penalty("1.3", Basis.PRINCIPAL, Compound.CONTRACT, DayCount.ACT_365F, GraceMode.NONE, 0),
                mortgage.penalty());
        assertEquals(POLICY.terms().allocation(), mortgage.allocation());
        assertEquals(
                penalty("1.5", Basis.PRINCIPAL, Compound.NONE, DayCount.ACT_365F, GraceMode.RETROACTIVE, 3),
                card.penalty());
        assertEquals(new Delinquency(Counting.EXCLUDE_DUE_DATE, 3, new BigDecimal("10.00")), card.delinquency());
    }

    @Test
    void replacesListsWhole() {
        Terms.Allocation sme = POLICY.termsOf("SME").allocation();
        assertEquals(Order.COMPONENT_FIRST, sme.order());
        assertEquals(Component.INTEREST, sme.components().get(0));
        assertEquals(List.of(), sme.fromDpd());
    }

    private static Penalty penalty(
            String multiple, Basis basis, Compound compound, DayCount dayCount, GraceMode mode, int days) {
        return new Penalty(new BigDecimal(multiple), CAP, basis, compound, dayCount, new Grace(mode, days));
    }

    @Test
    void saysWhatFilesAreExpected() {
        assertEquals(Optional.of(POLICY.files().maxRejects()), RejectBudget.parse("2%"));
        assertEquals(
                List.of("loans", "installments", "transactions"), POLICY.files().required());
    }

    @Test
    void hasALadderOfNotices() {
        NoticePolicy notices = POLICY.notices().orElseThrow();
        BigDecimal ten = new BigDecimal("10.00");
        assertEquals(
                List.of(
                        new Stage(
                                "due-soon",
                                Channel.SMS,
                                "due-soon",
                                Trigger.DAYS_TO_DUE,
                                new DayRange(1, 3),
                                1,
                                1,
                                BigDecimal.ZERO),
                        new Stage("reminder", Channel.SMS, "reminder", Trigger.DPD, new DayRange(1, 30), 7, 4, ten)),
                notices.stages().subList(0, 2));
        assertEquals(5, notices.stages().size());
        assertEquals(LocalTime.of(8, 30), notices.sendFrom());
        assertEquals(LocalTime.of(20, 30), notices.sendUntil());
        assertEquals("晨曦消费金融", notices.creditor().signature());
    }

    @Test
    void placesWithTwoAgencies() {
        assertEquals(
                new HandoffPolicy(
                        new DayRange(91, DayRange.OPEN),
                        new BigDecimal("500.00"),
                        LocalTime.of(9, 0),
                        LocalTime.of(20, 0),
                        List.of(new Agency("huaxin", "华信资产服务（示例）", 60), new Agency("zhongda", "中达商务服务（示例）", 40))),
                POLICY.handoff().orElseThrow());
    }

    @Test
    void isKnownByTheHashOfItsExactBytes() {
        byte[] longer = Arrays.copyOf(Policies.sample(), Policies.sample().length + 1);
        longer[longer.length - 1] = '\n';
        assertNotEquals(POLICY.sha256(), read(longer).sha256());
        // printf 'policy: p\npenalty: { multiple: 1.5 }\nbuckets: { ranges: { M0: 0+ } }\n' | sha256sum
        assertEquals(
                "66012f35b3770b1512ae90fbf81b10991c76b2b67148bdd3b132c73e44c6e30f",
                Policies.valid("policy: p\npenalty: { multiple: 1.5 }\nbuckets: { ranges: { M0: 0+ } }\n")
                        .sha256());
    }
}
