package org.arrears.cli;

import picocli.CommandLine.Command;

/**
 * {@code bin/bench}: what we cost against the bare database on the same machine in the same minutes; prints ratios.
 *
 * <p>Machines differ and are busy, so a time says little: each round measures both in turn.
 */
@Command(
        name = "bench",
        hidden = true,
        description = "Measure ingest and assessment as ratios against the bare database.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {BenchIngest.class, BenchAssess.class, BenchNight.class})
final class BenchCommand {

    private BenchCommand() {}
}
