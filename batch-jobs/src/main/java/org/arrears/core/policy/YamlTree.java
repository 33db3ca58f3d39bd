package org.arrears.core.policy;

import java.util.Optional;
import org.arrears.core.text.Shown;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** The text of a policy file as a tree of nodes that know their lines: plain, shallow YAML in one document. */
public final class YamlTree {

    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setAllowNonScalarKeys(true).build();

    private YamlTree() {}

    /** Returns the section at the top, or empty after saying why there is none; {@code what} the file should be. */
    public static Optional<MappingNode> of(String text, PolicyIssues issues, String what) {
        try {
            // The composer recurses: it sees only what the rules have seen before it.
            YamlRules rules = new YamlRules(issues);
            for (Event event : new Parse(SETTINGS).parseString(text)) {
                if (!rules.accept(event)) {
                    return Optional.empty();
                }
            }
            return rules.isBroken() ? Optional.empty() : top(new Compose(SETTINGS).composeString(text), issues, what);
        } catch (MarkedYamlEngineException syntax) {
            int line = syntax.getProblemMark().map(YamlTree::line).orElse(1);
            issues.error(new Place("", line), "not YAML: " + oneLine(syntax), "");
        } catch (RuntimeException unforeseen) {
            // The parser lets some of its own through, such as NumberFormatException for "\UFFFFFFFF".
            issues.error(Place.TOP, "not YAML: " + Shown.sentence(String.valueOf(unforeseen.getMessage())), "");
        }
        return Optional.empty();
    }

    private static Optional<MappingNode> top(Optional<Node> node, PolicyIssues issues, String what) {
        if (node.isEmpty()) {
            issues.error(Place.TOP, "the file is empty", what);
        } else if (!(node.get() instanceof MappingNode)) {
            issues.error(new Place("", line(node.get())), "the file is not a section of keys", what);
        }
        return node.filter(MappingNode.class::isInstance).map(MappingNode.class::cast);
    }

    private static String oneLine(MarkedYamlEngineException syntax) {
        String problem = syntax.getProblem() == null ? "" : syntax.getProblem();
        String context = syntax.getContext() == null || syntax.getContext().isBlank() ? "" : syntax.getContext() + ", ";
        return Shown.sentence(context + problem);
    }

    static int line(Node node) {
        return node.getStartMark().map(YamlTree::line).orElse(1);
    }

    static int line(Mark mark) {
        return mark.getLine() + 1;
    }
}
