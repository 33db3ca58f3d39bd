package org.arrears.cli;

import picocli.CommandLine.Option;

/** How a command that writes does so. */
final class WriteOptions {

    @Option(names = "--rerun", description = "Replace the results of a date that is complete.")
    private boolean rerun;

    @Option(
            names = "--dry-run",
            description = "Do it in a copy of the database and in HOME/dry-run; all else stays as it is.")
    private boolean dryRun;

    boolean rerun() {
        return rerun;
    }

    boolean dryRun() {
        return dryRun;
    }
}
