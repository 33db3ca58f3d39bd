package org.arrears.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code arrears export}: ad-hoc files. */
@Command(
        name = "export",
        description = "Write ad-hoc files of what has been assessed.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "accounts",
        subcommands = ExportAccountsCommand.class,
        sortOptions = false)
final class ExportCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Export what? For example: arrears export accounts");
    }
}
