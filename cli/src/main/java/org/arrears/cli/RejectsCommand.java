package org.arrears.cli;

import picocli.CommandLine.Command;

/** {@code arrears rejects}: rejected rows that nobody has mended. */
@Command(
        name = "rejects",
        description = "Rejected rows that nobody has mended: the loans they name are not acted on.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {RejectsListCommand.class, RejectsDismissCommand.class})
final class RejectsCommand {

    private RejectsCommand() {}
}
