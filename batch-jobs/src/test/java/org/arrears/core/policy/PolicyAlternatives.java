package org.arrears.core.policy;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** The sample policy with another value of one key after the other: what must be seen wherever keys are walked. */
public final class PolicyAlternatives {

    /** Each key with what is set to change it; paths in which n stands for no particular item name it themselves. */
    private static final String TABLE = """
            timezone | timezone=UTC
            due-dates.roll | due-dates.roll=preceding
            due-dates.weekend | due-dates.weekend=[friday]
            penalty.multiple | penalty.multiple=1.35
            penalty.max-annual-rate | penalty.max-annual-rate=0.2
            penalty.basis | penalty={ multiple: 1.5, basis: principal+interest, compound: none }; products.MORTGAGE={}
            penalty.compound | penalty.compound=contract
            penalty.day-count | penalty.day-count=ACT/365F
            penalty.grace.mode | penalty.grace.mode=deferred
            penalty.grace.days | penalty.grace={ mode: deferred, days: 4 }
            allocation.order | allocation.order=component-first
            allocation.components | allocation.components=[principal, fee, penalty, compound, interest]
            allocation.from-dpd | allocation.from-dpd=[]
            allocation.from-dpd[n].dpd | allocation.from-dpd[1].dpd=61
            allocation.from-dpd[n].components | \
            allocation.from-dpd[1].components=[fee,principal,interest,penalty,compound]
            delinquency.counting | delinquency.counting=include-due-date
            delinquency.grace-days | delinquency.grace-days=5
            delinquency.tolerance | delinquency.tolerance=7.5
            buckets.by | buckets.by=missed-installments
            buckets.ranges | buckets.ranges={ good: 0-90, bad: 91+ }
            classification.scheme | classification.scheme=rbi
            classification.ranges | classification={ scheme: custom, ranges: { good: 0-90, bad: 91+ } }
            products.<product>.name.<language> | products.CARD.name={ zh: 信用卡 }
            files.charset | files.charset=GB18030
            files.max-rejects | files.max-rejects=17
            files.required | files.required=[loans]
            files.max-unpacked | files.max-unpacked=3GiB
            anomalies.hold | anomalies.hold=[]
            notices.creditor.name | notices.creditor.name=Another
            notices.creditor.signature | notices.creditor.signature=Another
            notices.creditor.phone | notices.creditor.phone=Another
            notices.creditor.address | notices.creditor.address=Another
            notices.creditor.payment | notices.creditor.payment=Another
            notices.pay-within-days | notices.pay-within-days=9
            notices.send-hours | notices.send-hours=09:00-10:00
            notices.print-run | notices.print-run=7
            notices.templates | notices.templates=our-templates
            notices.stages | notices.stages=[{ stage: a, channel: sms, template: b, when: { dpd: 1 } }]
            notices.stages[n].stage | notices.stages[2].stage=another
            notices.stages[n].channel | notices.stages[2].channel=letter
            notices.stages[n].template | notices.stages[2].template=another
            notices.stages[n].when.days-to-due | notices.stages[1].when.days-to-due=1-4
            notices.stages[n].when.dpd | notices.stages[2].when.dpd=2-30
            notices.stages[n].every-days | notices.stages[2].every-days=8
            notices.stages[n].at-most | notices.stages[2].at-most=9
            notices.stages[n].minimum-amount | notices.stages[2].minimum-amount=11
            handoff.place.dpd | handoff.place.dpd=61+
            handoff.place.minimum-amount | handoff.place.minimum-amount=1
            handoff.call-hours | handoff.call-hours=10:00-11:00
            handoff.agencies | handoff.agencies=[{ agency: a, name: A }]
            handoff.agencies[n].agency | handoff.agencies[1].agency=another
            handoff.agencies[n].name | handoff.agencies[1].name=Another
            handoff.agencies[n].weight | handoff.agencies[1].weight=7
            """;

    /** Every value stays the text that it is in the file. */
    private static final Load LOAD =
            new Load(LoadSettings.builder().setSchema(new FailsafeSchema()).build());

    private PolicyAlternatives() {}

    /** The keys, each with what is set to change it. */
    public static Map<String, String> all() {
        Map<String, String> alternatives = new LinkedHashMap<>();
        TABLE.lines()
                .forEach(line -> alternatives.put(
                        line.substring(0, line.indexOf('|')).strip(),
                        line.substring(line.indexOf('|') + 1).strip()));
        return alternatives;
    }

    /** The sample policy. */
    public static Policy sample() {
        return changed("");
    }

    /** The sample policy with another value of the key. */
    public static Policy other(String key) {
        return changed(Optional.ofNullable(all().get(key)).orElseThrow());
    }

    /** The sample policy with other values, written {@code path=YAML; path=YAML}. */
    private static Policy changed(String assignments) {
        Object root = LOAD.loadFromString(new String(Policies.sample(), StandardCharsets.UTF_8));
        for (String assignment : assignments.isEmpty() ? new String[0] : assignments.split("; ", -1)) {
            int equals = assignment.indexOf('=');
            set(root, assignment.substring(0, equals), LOAD.loadFromString(assignment.substring(equals + 1)));
        }
        String yaml = new Dump(DumpSettings.builder().build()).dumpToString(root);
        return Policies.read(yaml).match((policy, warnings) -> policy, errors -> {
            throw new AssertionError(assignments + ": " + errors);
        });
    }

    @SuppressWarnings("unchecked")
    private static void set(Object root, String path, Object value) {
        Object holder = root;
        String[] names = path.split("\\.", -1);
        for (int i = 0; i < names.length - 1; i++) {
            int bracket = names[i].indexOf('[');
            String name = bracket < 0 ? names[i] : names[i].substring(0, bracket);
            holder = ((Map<String, Object>) holder).computeIfAbsent(name, absent -> new LinkedHashMap<>());
            if (bracket >= 0) {
                int number = Integer.parseInt(names[i].substring(bracket + 1, names[i].length() - 1));
                holder = ((List<Object>) holder).get(number - 1);
            }
        }
        ((Map<String, Object>) holder).put(names[names.length - 1], value);
    }
}
