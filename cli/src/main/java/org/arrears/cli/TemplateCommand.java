package org.arrears.cli;

import picocli.CommandLine.Command;

/** {@code arrears template}: what can be done with letter and SMS templates before a run, without a database. */
@Command(
        name = "template",
        description = "Check and preview the templates of letters and SMS.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {TemplateCheckCommand.class, TemplatePreviewCommand.class})
final class TemplateCommand {

    private TemplateCommand() {}
}
