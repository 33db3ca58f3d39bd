package org.arrears.core.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.arrears.core.text.Shown;

/** What was found wrong or unusual while one policy or mapping file was read; the same finding counts once. */
public final class PolicyIssues {

    /** More errors than anybody reads; a hostile file could hold a hundred thousand. */
    static final int MOST_ERRORS = 200;

    private final String file;
    private final Set<PolicyIssue> errors = new LinkedHashSet<>();
    private final Set<PolicyIssue> warnings = new LinkedHashSet<>();
    private final Set<Place> unreadable = new HashSet<>();

    public PolicyIssues(String file) {
        this.file = Shown.line(file);
    }

    void error(Place place, String problem, String allowed) {
        if (errors.size() <= MOST_ERRORS) {
            errors.add(new PolicyIssue(file, place.line(), place.path(), problem, allowed));
        }
    }

    void warning(Place place, String problem) {
        warnings.add(new PolicyIssue(file, place.line(), place.path(), problem, ""));
    }

    /** An error that leaves nothing to read at the place. */
    void unreadable(Place place, String problem, String allowed) {
        unreadable.add(place);
        error(place, problem, allowed);
    }

    boolean isUnreadable(Place place) {
        return unreadable.contains(place);
    }

    public List<PolicyIssue> errors() {
        List<PolicyIssue> sorted = byLine(errors);
        if (sorted.size() > MOST_ERRORS) {
            int line = sorted.remove(MOST_ERRORS).line();
            sorted.add(
                    new PolicyIssue(file, line, "", "more than " + MOST_ERRORS + " errors: the rest is not shown", ""));
        }
        return sorted;
    }

    List<PolicyIssue> warnings() {
        return byLine(warnings);
    }

    private static List<PolicyIssue> byLine(Set<PolicyIssue> issues) {
        List<PolicyIssue> sorted = new ArrayList<>(issues);
        sorted.sort(Comparator.comparingInt(PolicyIssue::line));
        return sorted;
    }
}
