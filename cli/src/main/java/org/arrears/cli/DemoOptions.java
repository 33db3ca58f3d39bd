package org.arrears.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The few common options that make sense for the demo, which always has a database of its own. */
final class DemoOptions {

    @Option(names = "--output", paramLabel = "text|json", description = "Form of the result (default text).")
    private CommonOptions.Output output = CommonOptions.Output.TEXT;

    @Option(names = "--quiet", description = "No progress on stderr.")
    private boolean quiet;

    boolean json() {
        return output == CommonOptions.Output.JSON;
    }

    /** Returns common options for the embedded database in a folder. */
    CommonOptions in(Path home) {
        return CommonOptions.of(home, output, quiet);
    }
}
