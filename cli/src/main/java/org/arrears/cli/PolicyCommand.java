package org.arrears.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.arrears.core.policy.Policy;
import org.arrears.core.policy.PolicyIssue;
import org.arrears.core.policy.PolicyReader;
import org.arrears.core.text.Shown;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code arrears policy}: what can be done with policy files before a run. */
@Command(
        name = "policy",
        description = "Look at policy files and at what a change of them would do.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {PolicyCommand.Check.class, PolicyDiffCommand.class})
final class PolicyCommand {

    /** {@code arrears policy check}: validates a policy, without a database. */
    @Command(
            name = "check",
            description = "Check a policy file: every error with its line, what is wrong and what is allowed.",
            mixinStandardHelpOptions = true)
    static final class Check implements Callable<Integer> {

        private final Surroundings world;

        @Parameters(paramLabel = "FILE", description = "The policy, YAML.")
        private Path file = Path.of("");

        @Option(names = "--output", paramLabel = "FORM", description = "Form of the result: text (default), json.")
        private Form form = Form.TEXT;

        Check(Surroundings world) {
            this.world = world;
        }

        @Override
        public Integer call() {
            return PolicyReader.read(PolicyFiles.bytes(file), file.toString())
                    .match(
                            (policy, warnings) -> {
                                valid(policy, warnings(policy, warnings));
                                return ExitCodes.DONE;
                            },
                            errors -> {
                                if (form == Form.JSON) {
                                    json(Optional.empty(), errors, List.of());
                                } else {
                                    errors.forEach(error -> world.err().println(error));
                                    world.err()
                                            .println(errors.size() + (errors.size() == 1 ? " error" : " errors")
                                                    + "; a run with this policy would be refused");
                                }
                                return ExitCodes.CONFIGURATION_INVALID;
                            });
        }

        /** What only a check says of a policy: names that people would like to read. */
        private List<String> warnings(Policy policy, List<PolicyIssue> issues) {
            Stream<String> unnamed = policy.notices().isPresent()
                    ? policy.products().unnamed().stream().map(line -> Shown.fileName(file.toString()) + ": " + line)
                    : Stream.empty();
            return Stream.concat(issues.stream().map(PolicyIssue::toString), unnamed)
                    .toList();
        }

        private void valid(Policy policy, List<String> warnings) {
            if (form == Form.JSON) {
                json(Optional.of(policy), List.of(), warnings);
            } else {
                warnings.forEach(warning -> world.err().println("warning: " + warning));
                world.out().println(described(policy));
            }
        }

        private void json(Optional<Policy> policy, List<PolicyIssue> errors, List<String> warnings) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("valid", policy.isPresent());
            policy.ifPresent(valid -> {
                json.put("policy", valid.name());
                json.put("sha256", valid.sha256());
            });
            json.put("errors", errors.stream().map(PolicyIssue::toString).toList());
            json.put("warnings", warnings);
            world.out()
                    .println(
                            JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(json));
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
}
