package org.arrears.core.policy;

import java.math.BigDecimal;
import java.util.List;
import org.arrears.core.policy.NoticePolicy.Channel;
import org.arrears.core.policy.NoticePolicy.Creditor;
import org.arrears.core.policy.NoticePolicy.Stage;
import org.arrears.core.policy.NoticePolicy.Trigger;
import org.arrears.core.policy.ValueKind.Hours;

/** Reads the {@code notices} section. */
final class NoticesReader {

    private static final String DAYS_TO_DUE = "days-to-due";
    private static final String DPD = "dpd";
    private static final String EITHER = "either days-to-due or dpd";
    private static final ValueKind<String> NAME = ValueKind.name();
    private static final ValueKind<String> LINE = ValueKind.line(200);
    private static final DayRange FIRST_DAY = new DayRange(1, 1);

    private NoticesReader() {}

    static NoticePolicy read(YamlSection section) {
        Hours hours = section.get("send-hours", ValueKind.hours(), Hours.DAYTIME);
        return new NoticePolicy(
                creditor(section.child("creditor")),
                section.get("pay-within-days", ValueKind.whole(1, 365), 7),
                hours.from(),
                hours.until(),
                section.get("print-run", ValueKind.whole(1, 500), 500),
                section.find("templates", LINE),
                stages(section));
    }

    private static Creditor creditor(YamlSection section) {
        return new Creditor(
                section.require("name", LINE, ""),
                section.require("signature", LINE, ""),
                section.require("phone", LINE, ""),
                section.require("address", LINE, ""),
                section.require("payment", LINE, ""));
    }

    private static List<Stage> stages(YamlSection section) {
        List<YamlSection> sections = section.requireSections("stages");
        List<Stage> stages = sections.stream().map(NoticesReader::stage).toList();
        YamlSection.refuseRepeats(
                sections, "stage", stages.stream().map(Stage::name).toList());
        return stages;
    }

    private static Stage stage(YamlSection section) {
        String name = section.require("stage", NAME, "");
        Channel channel = section.require("channel", ValueKind.choice(Channel.values(), Channel::code), Channel.UNSAID);
        String template = section.require("template", NAME, "");
        section.requirePresent("when", EITHER);
        YamlSection when = section.child("when");
        Trigger trigger = trigger(when);
        DayRange days = trigger == Trigger.DAYS_TO_DUE
                ? when.get(DAYS_TO_DUE, ValueKind.range(1, 90), FIRST_DAY)
                : when.get(DPD, ValueKind.range(1), FIRST_DAY);
        if (trigger == Trigger.DAYS_TO_DUE) {
            refuseRepetition(section, "every-days");
            refuseRepetition(section, "at-most");
        }
        int everyDays = section.get("every-days", ValueKind.whole(1, 365), 1);
        int atMost = section.get("at-most", ValueKind.whole(1, 100), 1);
        BigDecimal minimum = section.get("minimum-amount", ValueKind.amount(), BigDecimal.ZERO);
        return new Stage(name, channel, template, trigger, days, everyDays, atMost, minimum);
    }

    private static Trigger trigger(YamlSection when) {
        boolean before = when.has(DAYS_TO_DUE);
        boolean after = when.has(DPD);
        if (before && after) {
            when.refuseHere("has both days-to-due and dpd", EITHER);
        } else if (!before && !after) {
            when.refuseHere("has neither days-to-due nor dpd", EITHER);
        }
        return before && !after ? Trigger.DAYS_TO_DUE : Trigger.DPD;
    }

    private static void refuseRepetition(YamlSection section, String key) {
        if (section.has(key)) {
            section.refuse(key, "does nothing with days-to-due: a due date is announced once", "only with dpd");
        }
    }
}
