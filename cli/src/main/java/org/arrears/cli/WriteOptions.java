package org.arrears.cli;

import org.arrears.run.RunRequest;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a command that writes does so. */
final class WriteOptions {

    @Option(names = "--rerun", description = "Replace the results of a date that is complete.")
    private boolean rerun;

    @Option(
            names = "--dry-run",
            description = "Do it in a copy of the database and in HOME/dry-run; all else stays as it is.")
    private boolean dryRun;

    @Mixin
    private DateOptions dates = new DateOptions();

    RunRequest.Options in(RunRequest.Options options) {
        return dates.in(options.withRerun(rerun || options.rerun()));
    }

    boolean dryRun() {
        return dryRun;
    }
}
