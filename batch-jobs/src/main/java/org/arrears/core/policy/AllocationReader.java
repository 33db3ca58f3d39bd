package org.arrears.core.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.arrears.core.money.Component;
import org.arrears.core.policy.Terms.FromDpd;

/** Reads the orders of components of the {@code allocation} section. */
final class AllocationReader {

    /** In the order of the default: costs and interest before principal. */
    private static final List<Component> EACH = List.of(Component.values());

    private static final String ONCE = "each once of " + words(EACH);
    private static final ValueKind<Component> COMPONENT = ValueKind.choice(Component.values(), Component::code);

    private AllocationReader() {}

    static List<FromDpd> fromDpd(YamlSection section, String key) {
        List<YamlSection> thresholds = section.sections(key);
        List<FromDpd> fromDpd =
                thresholds.stream().map(AllocationReader::fromDpd).toList();
        YamlSection.refuseRepeats(
                thresholds, "dpd", fromDpd.stream().map(FromDpd::dpd).toList());
        return fromDpd;
    }

    private static FromDpd fromDpd(YamlSection section) {
        int dpd = section.require("dpd", ValueKind.whole(1, 99_999), 1);
        section.requirePresent("components", ONCE);
        return new FromDpd(dpd, components(section, "components"));
    }

    static List<Component> components(YamlSection section, String key) {
        List<Component> components = section.list(key, COMPONENT, EACH);
        List<Component> lacking = new ArrayList<>(EACH);
        lacking.removeAll(components);
        if (lacking.isEmpty()) {
            return components;
        }
        section.refuse(key, "lacks " + words(lacking), ONCE);
        return EACH;
    }

    private static String words(List<Component> components) {
        return components.stream().map(Component::code).collect(Collectors.joining(", "));
    }
}
