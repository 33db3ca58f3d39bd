package org.arrears.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.arrears.core.calendar.DayCount;
import org.arrears.core.calendar.RollRule;
import org.arrears.core.money.Component;
import org.arrears.core.policy.NoticePolicy.Channel;
import org.arrears.core.policy.NoticePolicy.Stage;
import org.arrears.core.policy.NoticePolicy.Trigger;
import org.arrears.core.policy.Terms.Allocation;
import org.arrears.core.policy.Terms.Basis;
import org.arrears.core.policy.Terms.Compound;
import org.arrears.core.policy.Terms.Counting;
import org.arrears.core.policy.Terms.Delinquency;
import org.arrears.core.policy.Terms.DueDates;
import org.arrears.core.policy.Terms.Grace;
import org.arrears.core.policy.Terms.GraceMode;
import org.arrears.core.policy.Terms.Order;
import org.arrears.core.policy.Terms.Penalty;
import org.junit.jupiter.api.Test;

/** What holds where a policy says nothing. */
class PolicyDefaultsTest {

    private static final String REQUIRED = """
            policy: least
            penalty: { multiple: 1.4 }
            buckets: { ranges: { M0: 0, M1: 1+ } }
            """;

    @Test
    void threeKeysAreEnoughAndTheOthersHaveTheirDefaults() {
        Policy policy = Policies.valid(REQUIRED);
        Terms terms = new Terms(
                new DueDates(RollRule.NONE, Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)),
                new Penalty(
                        new BigDecimal("1.4"),
                        Optional.empty(),
                        Basis.PRINCIPAL,
                        Compound.PENALTY,
                        DayCount.ACT_360,
                        new Grace(GraceMode.NONE, 0)),
                new Allocation(
                        Order.INSTALLMENT_FIRST,
                        List.of(
                                Component.FEE,
                                Component.PENALTY,
                                Component.COMPOUND,
                                Component.INTEREST,
                                Component.PRINCIPAL),
                        List.of()),
                new Delinquency(Counting.EXCLUDE_DUE_DATE, 0, new BigDecimal("0.00")));
        assertEquals("least", policy.name());
        assertEquals(terms, policy.terms());
        assertEquals(ZoneId.of("Asia/Shanghai"), policy.timezone());
        assertEquals(BucketBy.DPD, policy.bucketBy());
        assertEquals(ClassificationSchemes.CN_2023, policy.classification());
        assertEquals(Products.NONE, policy.products());
        assertEquals(new FilePolicy(StandardCharsets.UTF_8, RejectBudget.DEFAULT, List.of()), policy.files());
        assertEquals(
                List.of(
                        "no-schedule",
                        "due-before-disbursement",
                        "due-after-maturity",
                        "schedule-above-principal",
                        "schedule-below-principal",
                        "payment-before-disbursement"),
                policy.anomalies().heldCodes());
        assertEquals(Optional.empty(), policy.notices());
        assertEquals(Optional.empty(), policy.handoff());
    }

    @Test
    void noticesNeedOnlyTheirCreditorAndTheirStages() {
        NoticePolicy notices = Policies.valid(REQUIRED + """
                        notices:
                          creditor: { name: N, signature: S, phone: 1, address: A, payment: P }
                          stages: [{ stage: first, channel: letter, template: mild, when: { dpd: 1+ } }]
                        """).notices().orElseThrow();
        Stage first = new Stage(
                "first", Channel.LETTER, "mild", Trigger.DPD, new DayRange(1, DayRange.OPEN), 1, 1, BigDecimal.ZERO);
        assertEquals(
                new NoticePolicy(
                        new NoticePolicy.Creditor("N", "S", "1", "A", "P"),
                        7,
                        LocalTime.of(8, 0),
                        LocalTime.of(22, 0),
                        500,
                        Optional.empty(),
                        List.of(first)),
                notices);
    }

    @Test
    void handoffNeedsOnlyItsThresholdAndItsAgencies() {
        HandoffPolicy handoff = Policies.valid(REQUIRED + """
                        handoff:
                          place: { dpd: 91+ }
                          agencies: [{ agency: a-1, name: First }]
                        """).handoff().orElseThrow();
        assertEquals(
                new HandoffPolicy(
                        new DayRange(91, DayRange.OPEN),
                        BigDecimal.ZERO,
                        LocalTime.of(8, 0),
                        LocalTime.of(22, 0),
                        List.of(new HandoffPolicy.Agency("a-1", "First", 1))),
                handoff);
    }
}
