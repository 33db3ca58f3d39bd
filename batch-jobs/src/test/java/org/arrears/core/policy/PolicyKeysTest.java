package org.arrears.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A key that is read is declared where keys are walked, and stands in the manual; nothing else does. */
class PolicyKeysTest {

    private static final Path MANUAL = Path.of("../docs/manual/policy.md");
    private static final Set<String> TERM_SECTIONS = Set.of("due-dates", "penalty", "allocation", "delinquency");

    @Test
    void everyKeyThatIsReadIsInTheManualAndNoOther() throws IOException {
        assertEquals(read(), new TreeSet<>(manual().keySet()));
    }

    @Test
    void everyKeyHasAnAlternativeThatItIsTriedWith() {
        Set<String> tried = new TreeSet<>(PolicyAlternatives.all().keySet());
        tried.add("policy");
        assertEquals(read(), tried);
    }

    @Test
    void everyTermThatIsReadIsDeclaredOnce() {
        List<String> declared = TermKeys.ALL.stream().map(PolicyKey::path).toList();
        assertEquals(
                read().stream()
                        .filter(path -> TERM_SECTIONS.contains(path.split("\\.", -1)[0]) && !path.contains("[n]"))
                        .collect(Collectors.toCollection(TreeSet::new)),
                new TreeSet<>(declared));
        assertEquals(declared.size(), new HashSet<>(declared).size());
        List<String> fields = TermKeys.ALL.stream().map(PolicyKey::field).toList();
        assertEquals(fields.size(), new HashSet<>(fields).size(), fields.toString());
    }

    @Test
    void everySectionIsReadByADeclaration() {
        Set<String> declared = new TreeSet<>(Set.of("policy"));
        Stream.of(TermKeys.ALL, PolicyKeys.FIGURES)
                .flatMap(List::stream)
                .map(key -> key.path().split("\\.", -1)[0])
                .forEach(declared::add);
        PolicyKeys.ELSEWHERE.forEach(section -> declared.add(section.name().split("\\.", -1)[0]));
        assertEquals(
                read().stream().map(path -> path.split("\\.", -1)[0]).collect(Collectors.toCollection(TreeSet::new)),
                declared);
    }

    @Test
    void theManualStatesTheDefaultThatHolds() throws IOException {
        Map<String, String> manual = manual();
        for (PolicyKey<Terms, ?> key : TermKeys.ALL) {
            String stated = String.valueOf(manual.get(key.path())).replace("`", "");
            if (stated.equals("required") || stated.equals(PolicyKey.NONE)) {
                continue;
            }
            String product = nested(key.path(), stated);
            Policy policy = Policies.valid("""
                    policy: least
                    penalty: { multiple: 1.4 }
                    buckets: { ranges: { M0: 0, M1: 1+ } }
                    products: { P: %s }
                    """.formatted(product));
            assertEquals(key.shown(policy.terms()), key.shown(policy.termsOf("P")), key.path());
        }
    }

    private static String nested(String path, String value) {
        String[] names = path.split("\\.", -1);
        String yaml = value;
        for (int i = names.length - 1; i >= 0; i--) {
            yaml = "{ " + names[i] + ": " + yaml + " }";
        }
        return yaml;
    }

    /** The keys that are asked for while a policy that has all sections is read. */
    private static Set<String> read() {
        PolicyIssues issues = new PolicyIssues("policy.yaml");
        String yaml = new String(Policies.sample(), StandardCharsets.UTF_8)
                .replace("  CARD:\n", "  CARD:\n    name: { zh: 信用卡 }\n");
        YamlSection top = YamlSection.top(YamlTree.of(yaml, issues, "a policy").orElseThrow(), issues);
        PolicyReader.policy(top, "");
        return top.askedPaths().stream()
                .map(path -> path.replaceAll("\\[[0-9]+]", "[n]").replaceAll("\\.ranges\\..*", ".ranges"))
                .map(path -> path.replaceAll("^products\\.[A-Z]+\\.name\\.zh$", "products.<product>.name.<language>"))
                .filter(path -> !path.startsWith("products.") || path.startsWith("products.<"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The rows of the manual's tables of keys: their defaults by key; {@code .phone} follows the key before it. */
    private static Map<String, String> manual() throws IOException {
        Map<String, String> defaults = new TreeMap<>();
        String text = Files.readString(MANUAL);
        boolean keys = false;
        for (String line :
                text.substring(0, text.indexOf("## Messages")).lines().toList()) {
            keys = line.startsWith("|") && (keys || line.startsWith("| key | meaning |"));
            if (keys && line.startsWith("| `")) {
                String[] cells = line.split("(?<!\\\\)\\|", -1);
                named(cells[1]).forEach(key -> defaults.put(key, cells[3].strip()));
            }
        }
        return defaults;
    }

    private static List<String> named(String cell) {
        List<String> keys = new ArrayList<>();
        for (String name : cell.replace("`", "").strip().split(", ", -1)) {
            String before =
                    keys.isEmpty() ? "" : keys.get(0).substring(0, keys.get(0).lastIndexOf('.'));
            keys.add(name.startsWith(".") ? before + name : name);
        }
        return keys;
    }
}
