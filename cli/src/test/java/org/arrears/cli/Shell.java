package org.arrears.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs commands in this process, as a shell would in its own. */
final class Shell {

    private static final String FOREGROUND = ". ../bin/common.sh; become \"$@\"";

    private final Map<String, String> environment;

    Shell(Map<String, String> environment) {
        this.environment = environment;
    }

    /** What a command printed and how it ended. */
    record Ended(int code, String out, String err) {

        /** Returns the same if the command ended as it should. */
        Ended with(int expected) {
            if (code != expected) {
                throw new AssertionError("exit code " + code + ", expected " + expected + "\n" + out + "\n" + err);
            }
            return this;
        }
    }

    Ended run(List<String> arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console = new Console(
                new PrintWriter(out),
                new PrintWriter(err),
                environment,
                Clock.fixed(Instant.parse("2026-10-02T01:00:00Z"), ZoneOffset.UTC),
                false);
        int code = Arrears.run(console, arguments.toArray(String[]::new));
        return new Ended(code, out.toString(), err.toString());
    }

    Ended run(String... arguments) {
        return run(List.of(arguments));
    }

    /**
     * Starts the same command in a process of its own, its messages going to a file. It is a process in the foreground,
     * also where the tests are not.
     */
    Process start(Path messages, List<String> arguments) throws java.io.IOException {
        return start(messages, FOREGROUND, List.of("-Xmx256m"), arguments);
    }

    /** Starts it with options of the virtual machine. */
    Process start(Path messages, List<String> options, List<String> arguments) throws java.io.IOException {
        return start(messages, FOREGROUND, options, arguments);
    }

    /** Starts the command from a script that ends in it, which gets it as its arguments. */
    Process start(Path messages, String script, List<String> arguments) throws java.io.IOException {
        return start(messages, script, List.of("-Xmx256m"), arguments);
    }

    private Process start(Path messages, String script, List<String> options, List<String> arguments)
            throws java.io.IOException {
        List<String> command = new ArrayList<>(List.of("bash", "-c", script, "bash"));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.arrears.cli.Arrears"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(messages.toFile()));
        Map<String, String> variables = new HashMap<>(environment);
        builder.environment().keySet().removeIf(name -> name.startsWith("ARREARS_"));
        builder.environment().putAll(variables);
        return builder.start();
    }
}
