package org.arrears.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.arrears.contact.Channels;
import org.arrears.contact.channel.RunTemplates;
import org.arrears.core.policy.Policy;
import org.arrears.core.policy.PolicyIssue;
import org.arrears.core.policy.PolicyReader;
import org.arrears.core.text.Shown;
import org.arrears.run.TemplateSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code arrears policy check}: validates a policy, without a database. */
@Command(
        name = "check",
        description = "Check a policy file: every error with its line, what is wrong and what is allowed.",
        mixinStandardHelpOptions = true)
final class PolicyCheckCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "FILE", description = "The policy, YAML.")
    private Path file = Path.of("");

    @Mixin
    private TextOrJson output = new TextOrJson();

    PolicyCheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Output result = output.chosen(console);
        return PolicyReader.read(PolicyFiles.bytes(file), file.toString())
                .match(
                        (policy, issues) -> valid(result, policy, warnings(policy, issues)),
                        errors -> invalid(result, errors));
    }

    /** What only a check says of a policy: names that people would like to read, and what cannot be written. */
    private List<String> warnings(Policy policy, List<PolicyIssue> issues) {
        Stream<String> unnamed = policy.notices().isPresent()
                ? policy.products().unnamed().stream().map(line -> Shown.fileName(file.toString()) + ": " + line)
                : Stream.empty();
        Stream<String> unwritable =
                Channels.warnings(policy, RunTemplates.open(TemplateSet.in(PolicyFiles.templates(policy, file))))
                        .stream()
                        .map(line -> Shown.fileName(file.toString()) + ": " + line);
        return Stream.of(issues.stream().map(PolicyIssue::toString), unnamed, unwritable)
                .flatMap(lines -> lines)
                .toList();
    }

    private int valid(Output result, Policy policy, List<String> warnings) {
        if (result.json()) {
            result.printJson(json(Optional.of(policy), List.of(), warnings));
        } else {
            warnings.forEach(warning -> console.err().println("warning: " + warning));
            result.print(described(policy));
        }
        return ExitCodes.DONE;
    }

    private int invalid(Output result, List<PolicyIssue> errors) {
        if (result.json()) {
            result.printJson(json(Optional.empty(), errors, List.of()));
        } else {
            errors.forEach(error -> console.err().println(error));
            console.err()
                    .println(errors.size() + (errors.size() == 1 ? " error" : " errors")
                            + "; a run with this policy would be refused");
        }
        return ExitCodes.CONFIGURATION_INVALID;
    }

    private static Map<String, Object> json(Optional<Policy> policy, List<PolicyIssue> errors, List<String> warnings) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("valid", policy.isPresent());
        policy.ifPresent(valid -> {
            json.put("policy", valid.name());
            json.put("sha256", valid.sha256());
        });
        json.put("errors", errors.stream().map(PolicyIssue::toString).toList());
        json.put("warnings", warnings);
        return json;
    }

    private static String listed(List<String> words) {
        return words.isEmpty() ? "none" : String.join(", ", words);
    }

    private static String described(Policy policy) {
        return "policy " + policy.name() + " is valid, sha256 " + policy.sha256() + "\nproducts with own terms: "
                + listed(policy.products().withTerms(policy.terms()))
                + "\nanomalies that hold a loan: "
                + listed(policy.anomalies().heldCodes())
                + "\nnotice stages: "
                + policy.notices().map(notices -> notices.stages().size()).orElse(0)
                + ", agencies: "
                + policy.handoff().map(handoff -> handoff.agencies().size()).orElse(0);
    }
}
