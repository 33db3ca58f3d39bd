package org.arrears.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/** The name that {@code -o} had in version 0.1.0 with some commands; {@code --out} is the outbox now, and only that. */
final class OldOutOption {

    @Option(names = "--out", hidden = true, paramLabel = "FILE|-")
    private Optional<String> file = Optional.empty();

    Optional<String> file() {
        return file;
    }
}
