package org.arrears.core.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.arrears.core.text.Shown;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** What stands under one key of a policy file, or at one place of a list. */
record YamlEntry(Place place, Node node) {

    /** Returns the value, or empty after saying why it is refused. */
    <T> Optional<T> read(ValueKind<T> kind, PolicyIssues issues) {
        if (!(node instanceof ScalarNode scalar) || isEmpty(scalar)) {
            issues.unreadable(place, "is " + whatItIs(), kind.allowed());
            return Optional.empty();
        }
        Optional<T> value = kind.parse().apply(scalar.getValue());
        if (value.isEmpty()) {
            String problem = kind.problem().apply(scalar.getValue());
            issues.unreadable(place, shown() + " " + problem, kind.allowed());
        }
        return value;
    }

    /** Returns the items of the list, or empty after saying that this is no list. */
    Optional<List<YamlEntry>> items(PolicyIssues issues) {
        if (!(node instanceof SequenceNode list)) {
            issues.unreadable(place, "is " + whatItIs(), "a list");
            return Optional.empty();
        }
        List<YamlEntry> items = new ArrayList<>();
        for (Node item : list.getValue()) {
            items.add(new YamlEntry(place.item(items.size() + 1, YamlTree.line(item)), item));
        }
        return Optional.of(items);
    }

    /** Returns the section, or empty after saying that this is none. */
    Optional<MappingNode> section(PolicyIssues issues) {
        if (node instanceof MappingNode section) {
            return Optional.of(section);
        }
        issues.unreadable(place, "is " + whatItIs(), "a section of keys");
        return Optional.empty();
    }

    /** The value for a message; nothing for a section or list. */
    String shown() {
        return node instanceof ScalarNode scalar ? Shown.quoted(scalar.getValue()) : "";
    }

    private String whatItIs() {
        if (node instanceof ScalarNode scalar) {
            return isEmpty(scalar) ? "empty" : "the value " + shown();
        }
        return node instanceof MappingNode ? "a section of keys" : "a list";
    }

    private static boolean isEmpty(ScalarNode scalar) {
        String text = scalar.getValue();
        return text.isEmpty() || (scalar.isPlain() && (text.equals("~") || text.equals("null")));
    }
}
