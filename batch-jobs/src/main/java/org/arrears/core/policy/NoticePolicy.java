package org.arrears.core.policy;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * Who writes to debtors, when, and with which template.
 *
 * @param payWithinDays days after the business date that a notice gives to pay
 * @param sendFrom earliest local time a message may be sent
 * @param sendUntil latest local time a message may be sent
 * @param printRun letters in one PDF at most
 * @param templates the folder of the lender's own templates, seen from that of the policy; empty for those shipped
 * @param stages from mild to grave: the last one that fits is used
 */
public record NoticePolicy(
        Creditor creditor,
        int payWithinDays,
        LocalTime sendFrom,
        LocalTime sendUntil,
        int printRun,
        Optional<String> templates,
        List<Stage> stages) {

    public NoticePolicy {
        stages = List.copyOf(stages);
    }

    /** Who is owed, as printed. */
    public record Creditor(String name, String signature, String phone, String address, String payment) {}

    /** How a notice travels. */
    public enum Channel {
        SMS("sms"),
        LETTER("letter");

        /** Stands where no channel was said, until the error that tells of it. */
        public static final Channel UNSAID = LETTER;

        private final String code;

        Channel(String code) {
            this.code = code;
        }

        /** The name in policies, holds and files. */
        public String code() {
            return code;
        }
    }

    /** What the days of a stage count. */
    public enum Trigger {
        /** Days until the next installment falls due. */
        DAYS_TO_DUE,
        /** Days past due of the customer. */
        DPD
    }

    /**
     * One step of the ladder.
     *
     * @param everyDays days between two occurrences, at least 1
     * @param atMost occurrences within one spell of being overdue
     * @param minimumAmount overdue total below which nothing is sent, in major units of the loan's currency
     */
    public record Stage(
            String name,
            Channel channel,
            String template,
            Trigger trigger,
            DayRange days,
            int everyDays,
            int atMost,
            BigDecimal minimumAmount) {}
}
