package org.arrears.cli;

import picocli.CommandLine.Command;

/** {@code arrears export}: ad-hoc files. */
@Command(
        name = "export",
        description = "Write ad-hoc files of what has been assessed.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = ExportAccountsCommand.class,
        sortOptions = false)
final class ExportCommand {

    private ExportCommand() {}
}
