package org.arrears.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.arrears.cli.Shell.Ended;

/** Starts {@code bin/arrears} as it is installed, from a shell that a test prepares. */
final class Launcher {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private final Path folder;
    private final Map<String, String> environment;

    /** Starts it in a folder, with these variables and no others but the path. */
    Launcher(Path folder, Map<String, String> environment) throws IOException {
        this.folder = folder;
        this.environment = environment;
        // The jar is that of this build; it must not look older than the sources, or each start says so.
        Files.setLastModifiedTime(ROOT.resolve("cli/target/arrears.jar"), FileTime.from(Instant.now()));
    }

    /** Starts it after some shell commands. */
    Process start(String prepared, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("bash", "-c", prepared + "\nexec \"$@\"", "bash"));
        command.add(ROOT.resolve("bin/arrears").toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("out.txt").toFile())
                .redirectError(folder.resolve("err.txt").toFile());
        Map<String, String> variables = builder.environment();
        String path = variables.getOrDefault("PATH", "/usr/bin:/bin");
        variables.clear();
        variables.put("PATH", path);
        variables.put("JAVA_HOME", System.getProperty("java.home"));
        variables.putAll(environment);
        return builder.start();
    }

    Ended run(String prepared, String... arguments) throws IOException, InterruptedException {
        return ended(start(prepared, arguments));
    }

    Ended ended(Process process) throws IOException, InterruptedException {
        int code = process.waitFor();
        return new Ended(
                code, Files.readString(folder.resolve("out.txt")), Files.readString(folder.resolve("err.txt")));
    }
}
