package org.arrears.cli;

import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The few common options that make sense for the demo, which always has a database of its own. */
final class DemoOptions {

    @Mixin
    private SummaryForm form = new SummaryForm();

    @Option(names = "--quiet", description = "No progress on stderr.")
    private boolean quiet;

    boolean json(Console console) {
        return form.json(console);
    }

    /** Returns common options for the embedded database in a folder. */
    CommonOptions in(Path home) {
        return CommonOptions.of(home, quiet);
    }
}
