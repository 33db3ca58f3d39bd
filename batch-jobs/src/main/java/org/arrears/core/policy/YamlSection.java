package org.arrears.core.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.arrears.core.text.NearestName;
import org.arrears.core.text.Shown;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * A section of a policy file: hands out checked values by key, and takes those it lacks from the section it overrides.
 *
 * <p>What is wrong goes to the issues and reading goes on with the fallback, so that one run finds every error. The
 * keys asked for are the known ones; {@link #refuseUnknownKeys} refuses the others when all is read.
 */
public final class YamlSection {

    private static final String ONE_OR_MORE = "a list of one section or more";

    private enum State {
        PRESENT,
        ABSENT,
        /** The file has something else in its place, or in the place of one above it, which has been said. */
        MISPLACED
    }

    private final Place place;
    private final State state;
    private final Optional<YamlSection> overridden;
    private final PolicyIssues issues;
    private final Map<String, YamlEntry> entries = new LinkedHashMap<>();
    private final Map<String, YamlSection> children = new LinkedHashMap<>();
    private final Map<String, List<YamlSection>> lists = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    private YamlSection(Place place, State state, Optional<YamlSection> overridden, PolicyIssues issues) {
        this.place = place;
        this.state = state;
        this.overridden = overridden;
        this.issues = issues;
    }

    /** Opens the section at the top of the file. */
    public static YamlSection top(MappingNode node, PolicyIssues issues) {
        return open(new YamlEntry(Place.TOP, node), Optional.empty(), issues);
    }

    private static YamlSection open(YamlEntry entry, Optional<YamlSection> overridden, PolicyIssues issues) {
        Optional<MappingNode> node = entry.section(issues);
        State state = node.isPresent() ? State.PRESENT : State.MISPLACED;
        YamlSection section = new YamlSection(entry.place(), state, overridden, issues);
        node.ifPresent(section::fill);
        return section;
    }

    private void fill(MappingNode node) {
        for (NodeTuple tuple : node.getValue()) {
            int line = YamlTree.line(tuple.getKeyNode());
            if (tuple.getKeyNode() instanceof ScalarNode key) {
                Place at = place.key(key.getValue(), line);
                YamlEntry first = entries.putIfAbsent(key.getValue(), new YamlEntry(at, tuple.getValueNode()));
                if (first != null) {
                    issues.error(at, "is a duplicate of line " + first.place().line(), "each key once");
                }
            } else {
                issues.error(new Place(place.path(), line), "has a section or list as a key", "a word");
            }
        }
    }

    /** The line on which this section begins. */
    public int line() {
        return place.line();
    }

    /** Whether the file has this section. */
    public boolean isPresent() {
        return state == State.PRESENT;
    }

    /** The keys of this section itself, all of which become known. */
    public List<String> names() {
        asked.addAll(entries.keySet());
        return List.copyOf(entries.keySet());
    }

    /** Whether this section itself has the key. */
    public boolean has(String key) {
        asked.add(key);
        return entries.containsKey(key);
    }

    /** Whether this section itself has the key and a section below it. */
    public boolean holdsSection(String key) {
        asked.add(key);
        YamlEntry entry = entries.get(key);
        return entry != null && entry.node() instanceof MappingNode;
    }

    /** Returns the value, or empty if it is missing or refused. */
    public <T> Optional<T> find(String key, ValueKind<T> kind) {
        return entry(key).flatMap(entry -> entry.read(kind, issues));
    }

    /** Returns the value, or the fallback if it is missing or refused. */
    public <T> T get(String key, ValueKind<T> kind, T fallback) {
        return find(key, kind).orElse(fallback);
    }

    /** Returns the value; if it is missing that is an error too. */
    public <T> T require(String key, ValueKind<T> kind, T fallback) {
        requirePresent(key, kind.allowed());
        return get(key, kind, fallback);
    }

    /** Says that a key is missing, if it is. */
    public void requirePresent(String key, String allowed) {
        YamlSection holder = holder(key);
        if (!holder.has(key) && holder.state != State.MISPLACED) {
            issues.error(holder.placeOf(key), "is missing", allowed);
        }
    }

    /** Returns a list of different values, or the fallback if it is missing or any of them is refused. */
    public <T> List<T> list(String key, ValueKind<T> kind, List<T> fallback) {
        Optional<List<YamlEntry>> items = entry(key).flatMap(entry -> entry.items(issues));
        if (items.isEmpty()) {
            return fallback;
        }
        List<T> values = new ArrayList<>();
        for (YamlEntry item : items.get()) {
            Optional<T> value = item.read(kind, issues);
            if (value.isPresent() && values.contains(value.get())) {
                issues.error(item.place(), item.shown() + " repeats an item before it", "each item once");
            } else {
                value.ifPresent(values::add);
            }
        }
        return values.size() == items.get().size() ? values : fallback;
    }

    /** Returns the sections of a list, none if it is missing. */
    List<YamlSection> sections(String key) {
        return holder(key).ownSections(key);
    }

    /** Returns the sections of a list that must be there and hold one at least. */
    public List<YamlSection> requireSections(String key) {
        requirePresent(key, ONE_OR_MORE);
        List<YamlSection> sections = sections(key);
        if (sections.isEmpty() && entry(key).isPresent() && !issues.isUnreadable(placeOf(key))) {
            refuse(key, "is empty", ONE_OR_MORE);
        }
        return sections;
    }

    private List<YamlSection> ownSections(String key) {
        return lists.computeIfAbsent(
                key,
                name ->
                        Optional.ofNullable(entries.get(name))
                                .flatMap(entry -> entry.items(issues))
                                .orElse(List.of())
                                .stream()
                                .map(item -> open(item, Optional.empty(), issues))
                                .toList());
    }

    /** Opens a section below this one, or empty if the file has none. */
    Optional<YamlSection> optional(String key) {
        return has(key) ? Optional.of(child(key)) : Optional.empty();
    }

    /** Opens a section below this one, maybe an absent one, which overrides the same of what this one overrides. */
    public YamlSection child(String key) {
        asked.add(key);
        YamlSection opened = children.get(key);
        return opened == null ? childOver(key, overridden.map(below -> below.child(key))) : opened;
    }

    /** Opens a section below this one that overrides another. */
    YamlSection childOver(String key, Optional<YamlSection> base) {
        YamlEntry entry = entries.get(key);
        State absent = state == State.MISPLACED ? state : State.ABSENT;
        YamlSection child =
                entry == null ? new YamlSection(placeOf(key), absent, base, issues) : open(entry, base, issues);
        children.put(key, child);
        return child;
    }

    /** Says what is wrong with a key, where it stands. */
    public void refuse(String key, String problem, String allowed) {
        issues.error(holder(key).placeOf(key), problem, allowed);
    }

    /** Says what is wrong with this section as a whole, if the file has it. */
    void refuseHere(String problem, String allowed) {
        if (isPresent()) {
            issues.error(place, problem, allowed);
        }
    }

    /** Refuses a key that is a name of the lender's and not of the right kind. */
    void checkKey(String key, ValueKind<String> kind) {
        if (kind.parse().apply(key).isEmpty()) {
            issues.error(placeOf(key), "as a name " + kind.problem().apply(key), kind.allowed());
        }
    }

    void warn(String key, String problem) {
        issues.warning(holder(key).placeOf(key), problem);
    }

    /** A key and the value it has here. */
    record Setting(String key, String value) {}

    /** Says that two values do not go together, at the one that this section sets itself. */
    void refusePair(Setting one, Setting other, String allowed) {
        if (!has(one.key()) && has(other.key())) {
            refusePair(other, one, allowed);
            return;
        }
        Place otherPlace = holder(other.key()).placeOf(other.key());
        if (issues.isUnreadable(otherPlace)
                || issues.isUnreadable(holder(one.key()).placeOf(one.key()))) {
            return;
        }
        String origin = entry(other.key()).isPresent() ? "line " + otherPlace.line() : "the default";
        String conflict = " does not go with " + otherPlace.path() + " " + Shown.quoted(other.value());
        refuse(one.key(), Shown.quoted(one.value()) + conflict + " (" + origin + ")", allowed);
    }

    /** Refuses a value that an earlier section of a list has; the values are those of the sections, in order. */
    static <T> void refuseRepeats(List<YamlSection> sections, String key, List<T> values) {
        for (int i = 0; i < sections.size(); i++) {
            YamlSection first = sections.get(values.indexOf(values.get(i)));
            YamlSection repeat = sections.get(i);
            if (first != repeat && first.isRead(key) && repeat.isRead(key)) {
                String value = Shown.quoted(values.get(i).toString());
                repeat.refuse(key, value + " repeats line " + first.placeOf(key).line(), "each once");
            }
        }
    }

    /** Whether this section itself has the key and its value could be read. */
    boolean isRead(String key) {
        return has(key) && !issues.isUnreadable(placeOf(key));
    }

    /** Refuses every key of this section and those below that nobody asked for. */
    public void refuseUnknownKeys() {
        entries.forEach((key, entry) -> {
            if (!asked.contains(key)) {
                String problem = "is not a known key" + NearestName.hint(key, asked);
                issues.error(entry.place(), problem, String.join(", ", asked));
            }
        });
        children.values().forEach(YamlSection::refuseUnknownKeys);
        lists.values().forEach(list -> list.forEach(YamlSection::refuseUnknownKeys));
    }

    /** Returns the paths of all keys that somebody asked for, here and below, but for sections. */
    Set<String> askedPaths() {
        Set<String> paths = new LinkedHashSet<>();
        asked.stream()
                .filter(key -> !children.containsKey(key))
                .forEach(key -> paths.add(placeOf(key).path()));
        children.values().forEach(child -> paths.addAll(child.askedPaths()));
        lists.values().forEach(list -> list.forEach(item -> paths.addAll(item.askedPaths())));
        return paths;
    }

    /** Returns the section whose value of the key holds here: this one, or the one it overrides. */
    private YamlSection holder(String key) {
        return has(key) || overridden.isEmpty() ? this : overridden.get().holder(key);
    }

    private Optional<YamlEntry> entry(String key) {
        return Optional.ofNullable(holder(key).entries.get(key));
    }

    private Place placeOf(String key) {
        YamlEntry entry = entries.get(key);
        return entry == null ? place.key(key, place.line()) : entry.place();
    }
}
