package org.arrears.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.arrears.core.policy.Policy;

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
        List<TermChange> general = changes("", TermPaths.of(before.terms()), TermPaths.of(after.terms()));
        List<TermChange> figures = new ArrayList<>(general);
        figures.addAll(changes("", TermPaths.ofRanges(before), TermPaths.ofRanges(after)));
        Set<String> products = new TreeSet<>(before.products().keySet());
        products.addAll(after.products().keySet());
        for (String product : products) {
            String prefix = "products." + product + ".";
            changes(prefix, TermPaths.of(before.termsOf(product)), TermPaths.of(after.termsOf(product))).stream()
                    .filter(change -> !follows(change, prefix, general))
                    .forEach(figures::add);
        }
        return new TermChanges(figures, elsewhere(before, after));
    }

    private static List<TermChange> changes(String prefix, Map<String, String> before, Map<String, String> after) {
        Set<String> paths = new LinkedHashSet<>(before.keySet());
        paths.addAll(after.keySet());
        List<TermChange> changes = new ArrayList<>();
        for (String path : paths) {
            String old = before.getOrDefault(path, TermChange.NONE);
            String now = after.getOrDefault(path, TermChange.NONE);
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
        List<String> sections = new ArrayList<>();
        note(sections, "timezone", before.timezone().equals(after.timezone()));
        note(sections, "files", before.files().equals(after.files()));
        note(sections, "anomalies", before.anomalies().equals(after.anomalies()));
        note(sections, "notices", before.notices().equals(after.notices()));
        note(sections, "handoff", before.handoff().equals(after.handoff()));
        return sections;
    }

    private static void note(List<String> sections, String section, boolean same) {
        if (!same) {
            sections.add(section);
        }
    }
}
