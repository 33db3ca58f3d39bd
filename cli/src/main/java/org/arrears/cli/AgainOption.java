package org.arrears.cli;

import org.arrears.run.Meant;
import org.arrears.run.RunRequest;
import picocli.CommandLine.Option;

/** Files of another date by their name, said to be meant. */
final class AgainOption {

    @Option(
            names = "--again",
            description = "The files are meant for this date, though the name of the inbox or of one says another.")
    private boolean again;

    RunRequest.Options in(RunRequest.Options options) {
        return options.withMeant(Meant.AGAIN, again);
    }
}
