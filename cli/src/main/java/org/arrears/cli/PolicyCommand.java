package org.arrears.cli;

import picocli.CommandLine.Command;

/** {@code arrears policy}: what can be done with policy files before a run. */
@Command(
        name = "policy",
        description = "Look at policy files and at what a change of them would do.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {PolicyCheckCommand.class, PolicyDiffCommand.class})
final class PolicyCommand {

    private PolicyCommand() {}
}
