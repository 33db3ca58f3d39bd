package org.arrears.cli;

import org.arrears.run.Meant;
import org.arrears.run.RunRequest;
import picocli.CommandLine.Option;

/** A business date that looks like a mistake, said to be meant. */
final class DateOptions {

    @Option(
            names = "--skip-ahead",
            description = "The business date is meant, though more than 7 days after the newest assessed one.")
    private boolean skipAhead;

    @Option(names = "--earlier", description = "The business date is meant, though before the newest assessed one.")
    private boolean earlier;

    RunRequest.Options in(RunRequest.Options options) {
        return options.withMeant(Meant.SKIP_AHEAD, skipAhead).withMeant(Meant.EARLIER, earlier);
    }
}
