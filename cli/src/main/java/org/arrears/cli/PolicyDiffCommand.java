package org.arrears.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.arrears.compare.PolicyComparison;
import org.arrears.compare.PolicyDiff;
import org.arrears.compare.PolicyDiffJson;
import org.arrears.compare.PolicyDiffText;
import org.arrears.core.policy.Policy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code arrears policy diff}: what a change of policy would do, without writing anything. */
@Command(
        name = "diff",
        description = "Show what a change of policy would do to every unsettled loan; writes nothing.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class PolicyDiffCommand implements Callable<Integer> {

    private static final int MOST = 10_000;

    private final Console console;

    @Parameters(index = "0", paramLabel = "OLD", description = "The policy as it is, YAML.")
    private Path before = Path.of("");

    @Parameters(index = "1", paramLabel = "NEW", description = "The policy as it would be, YAML.")
    private Path after = Path.of("");

    @Option(names = "--as-of", required = true, paramLabel = "DATE", description = "Business date, yyyy-MM-dd.")
    private LocalDate asOf = LocalDate.EPOCH;

    @Option(
            names = "--top",
            paramLabel = "N",
            description = "Accounts to list of each currency, the largest differences first (default 10).")
    private int top = 10;

    @Mixin
    private TextOrJson output = new TextOrJson();

    @Mixin
    private CommonOptions common = new CommonOptions();

    PolicyDiffCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (top < 0 || top > MOST) {
            throw new WrongUsageException("--top " + top + ": from 0 to " + MOST);
        }
        Output result = output.chosen(console);
        Policy old = PolicyFiles.read(before, console.err()).policy();
        Policy now = PolicyFiles.read(after, console.err()).policy();
        PolicyDiff diff = Sessions.withExisting(
                console, common, database -> new PolicyComparison(old, now, asOf, top).of(database.dataSource()));
        result.print(result.json() ? PolicyDiffJson.print(diff) : PolicyDiffText.print(diff));
        return ExitCodes.DONE;
    }
}
