package org.arrears.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code arrears completion}: the script that completes commands in bash and zsh. */
@Command(
        name = "completion",
        description = "Print a completion script: source <(arrears completion).",
        mixinStandardHelpOptions = true)
final class Completion implements Runnable {

    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    Completion(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        console.data().print(AutoComplete.bash("arrears", spec.root().commandLine()));
    }
}
