package org.arrears.cli;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Optional;
import org.arrears.core.policy.RejectBudget;
import org.arrears.run.RunRequest;
import picocli.CommandLine.Option;

/** How input files are read where it is not as the policy says. */
final class FileOptions {

    @Option(
            names = "--max-rejects",
            paramLabel = "N|N%",
            converter = Converters.Budget.class,
            description = "Rejected rows a file may have, a count or a percentage (instead of the policy's).")
    private Optional<RejectBudget> maxRejects = Optional.empty();

    @Option(
            names = "--charset",
            paramLabel = "NAME",
            converter = Converters.FileCharset.class,
            description = "UTF-8 or GB18030 (instead of the policy's).")
    private Optional<Charset> charset = Optional.empty();

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "How the files are mapped (default: mapping.yaml in the inbox or beside it).")
    private Optional<Path> mapping = Optional.empty();

    RunRequest.Options in(RunRequest.Options options) {
        return options.withFiles(maxRejects, charset).withMapping(mapping);
    }

    Optional<RejectBudget> maxRejects() {
        return maxRejects;
    }

    Optional<Charset> charset() {
        return charset;
    }

    Optional<Path> mapping() {
        return mapping;
    }
}
