package org.arrears.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.arrears.run.RunRequest.PolicyFile;

/** Which templates a command is about: a folder that is named, else that of a policy, else those that came with us. */
final class TemplateFolder {

    private static final Path BUNDLED =
            Path.of(System.getProperty("arrears.root", ".")).resolve("templates");

    private TemplateFolder() {}

    static Path of(Optional<Path> named, Optional<PolicyFile> policy) {
        return named.or(() -> policy.flatMap(file -> file.templates().folder())).orElse(BUNDLED);
    }
}
