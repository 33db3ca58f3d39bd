package org.arrears.core.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.arrears.core.money.Component;
import org.arrears.core.policy.Terms.Allocation;
import org.arrears.core.policy.Terms.FromDpd;
import org.arrears.core.policy.Terms.Order;

/** Reads the {@code allocation} section. */
final class AllocationReader {

    /** In the order of the default: costs and interest before principal. */
    private static final List<Component> EACH = List.of(Component.values());

    private static final String ONCE = "each once of " + words(EACH);
    private static final ValueKind<Component> COMPONENT = ValueKind.choice(Component.values(), Component::code);

    private AllocationReader() {}

    static Allocation read(YamlSection section) {
        Order order = section.get("order", ValueKind.choice(Order.values()), Order.INSTALLMENT_FIRST);
        List<Component> components = components(section);
        List<YamlSection> thresholds = section.sections("from-dpd");
        List<FromDpd> fromDpd =
                thresholds.stream().map(AllocationReader::fromDpd).toList();
        YamlSection.refuseRepeats(
                thresholds, "dpd", fromDpd.stream().map(FromDpd::dpd).toList());
        return new Allocation(order, components, fromDpd);
    }

    private static FromDpd fromDpd(YamlSection section) {
        int dpd = section.require("dpd", ValueKind.whole(1, 99_999), 1);
        section.requirePresent("components", ONCE);
        return new FromDpd(dpd, components(section));
    }

    private static List<Component> components(YamlSection section) {
        List<Component> components = section.list("components", COMPONENT, EACH);
        List<Component> lacking = new ArrayList<>(EACH);
        lacking.removeAll(components);
        if (lacking.isEmpty()) {
            return components;
        }
        section.refuse("components", "lacks " + words(lacking), ONCE);
        return EACH;
    }

    private static String words(List<Component> components) {
        return components.stream().map(Component::code).collect(Collectors.joining(", "));
    }
}
