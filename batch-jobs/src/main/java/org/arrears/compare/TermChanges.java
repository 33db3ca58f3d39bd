package org.arrears.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.arrears.core.policy.Policy;
import org.arrears.core.policy.PolicyKey;
import org.arrears.core.policy.PolicyKeys;
import org.arrears.core.policy.PolicySection;
import org.arrears.core.policy.TermKeys;
import org.arrears.core.policy.Terms;

/**
 * What differs between two policies.
 *
 * @param figures terms that the figures depend on; a product is named only where it changes otherwise than the policy
 * @param elsewhere sections that differ and that no figure depends on
 */
public record TermChanges(List<TermChange> figures, List<String> elsewhere) {

    public TermChanges {
        figures = List.copyOf(figures);
        elsewhere = List.copyOf(elsewhere);
    }

    public static TermChanges between(Policy before, Policy after) {
        List<TermChange> general = changes("", terms(before.terms()), terms(after.terms()));
        List<TermChange> figures = new ArrayList<>(general);
        figures.addAll(changes("", written(PolicyKeys.FIGURES, before), written(PolicyKeys.FIGURES, after)));
        Set<String> products = new TreeSet<>(before.products().terms().keySet());
        products.addAll(after.products().terms().keySet());
        for (String product : products) {
            String prefix = "products." + product + ".";
            changes(prefix, terms(before.termsOf(product)), terms(after.termsOf(product))).stream()
                    .filter(change -> !follows(change, prefix, general))
                    .forEach(figures::add);
        }
        return new TermChanges(figures, elsewhere(before, after));
    }

    private static Map<String, String> terms(Terms terms) {
        return written(TermKeys.ALL, terms);
    }

    private static List<TermChange> changes(String prefix, Map<String, String> before, Map<String, String> after) {
        Set<String> paths = new LinkedHashSet<>(before.keySet());
        paths.addAll(after.keySet());
        List<TermChange> changes = new ArrayList<>();
        for (String path : paths) {
            String old = before.getOrDefault(path, PolicyKey.NONE);
            String now = after.getOrDefault(path, PolicyKey.NONE);
            if (!Objects.equals(old, now)) {
                changes.add(new TermChange(prefix + path, old, now));
            }
        }
        return changes;
    }

    private static boolean follows(TermChange ofProduct, String prefix, List<TermChange> general) {
        return general.stream()
                .anyMatch(change ->
                        new TermChange(prefix + change.path(), change.before(), change.after()).equals(ofProduct));
    }

    private static List<String> elsewhere(Policy before, Policy after) {
        return PolicyKeys.ELSEWHERE.stream()
                .filter(section -> section.differs(before, after))
                .map(PolicySection::name)
                .toList();
    }

    private static <S> Map<String, String> written(List<PolicyKey<S, ?>> keys, S holder) {
        Map<String, String> values = new LinkedHashMap<>();
        keys.forEach(key -> key.putInto(values, holder));
        return values;
    }
}
