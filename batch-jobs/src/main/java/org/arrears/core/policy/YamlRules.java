package org.arrears.core.policy;

import java.util.ArrayDeque;
import java.util.Deque;
import org.arrears.core.text.Shown;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** What a policy may not use of YAML: anchors, aliases, tags, several documents, deep nesting, endless lists. */
final class YamlRules {

    static final int MOST_LEVELS = 16;
    static final int MOST_ENTRIES = 500;

    private final PolicyIssues issues;
    private final Deque<Level> levels = new ArrayDeque<>();
    private int documents;
    private boolean broken;

    /** A section or list that is open, and how many more nodes it may hold. */
    private static final class Level {
        private int left;

        Level(boolean section) {
            left = section ? 2 * MOST_ENTRIES : MOST_ENTRIES;
        }
    }

    YamlRules(PolicyIssues issues) {
        this.issues = issues;
    }

    boolean isBroken() {
        return broken;
    }

    /** Takes the next event; false if reading on would be a waste or a danger. */
    boolean accept(Event event) {
        int line = event.getStartMark().map(YamlTree::line).orElse(1);
        if (event instanceof DocumentStartEvent && ++documents > 1) {
            refuse(line, "a second document starts here", "one document");
            return false;
        }
        if (event instanceof CollectionEndEvent) {
            levels.pop();
        }
        return !(event instanceof NodeEvent node) || acceptNode(node, line);
    }

    private boolean acceptNode(NodeEvent node, int line) {
        refuseReferences(node, line);
        if (!levels.isEmpty() && --levels.peek().left < 0) {
            refuse(line, "the section or list is too long", "at most " + MOST_ENTRIES + " entries");
            return false;
        }
        if (node instanceof CollectionStartEvent) {
            levels.push(new Level(node instanceof MappingStartEvent));
            if (levels.size() > MOST_LEVELS) {
                refuse(line, "the nesting is too deep", "at most " + MOST_LEVELS + " levels");
                return false;
            }
        }
        return true;
    }

    private void refuseReferences(NodeEvent node, int line) {
        String allowed = "plain values, written out";
        if (node instanceof AliasEvent alias) {
            refuse(line, "the alias *" + Shown.word(alias.getAlias().getValue()) + " is not read", allowed);
            return;
        }
        node.getAnchor()
                .ifPresent(anchor ->
                        refuse(line, "the anchor &" + Shown.word(anchor.getValue()) + " is not read", allowed));
        if (node instanceof ScalarEvent scalar) {
            scalar.getTag().ifPresent(tag -> refuse(line, "the tag " + Shown.quoted(tag) + " is not read", allowed));
        } else if (node instanceof CollectionStartEvent start) {
            start.getTag().ifPresent(tag -> refuse(line, "the tag " + Shown.quoted(tag) + " is not read", allowed));
        }
    }

    private void refuse(int line, String problem, String allowed) {
        broken = true;
        issues.error(new Place("", line), problem, allowed);
    }
}
