package org.arrears.db;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.arrears.disk.PrivateFiles;
import org.arrears.failure.ArrearsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** PostgreSQL's own programs, run to their end. */
final class ServerPrograms {

    private static final Logger LOG = LoggerFactory.getLogger(ServerPrograms.class);

    private final Path folder;
    private final Path programs;

    /**
     * Names where they are.
     *
     * @param folder where what they say is kept, in a file each
     */
    ServerPrograms(Path folder, Path programs) {
        this.folder = folder;
        this.programs = programs;
    }

    /** Runs a program; fails with what it said if it fails. */
    void run(String input, String program, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name")) && Files.isExecutable(Path.of("/usr/bin/unshare"))) {
            // PostgreSQL refuses to run as root; in a user namespace of its own it is not.
            command.addAll(List.of("/usr/bin/unshare", "-U"));
        }
        command.add(programs.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        Path said = folder.resolve(program + ".log");
        PrivateFiles.rewrite(said).close();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        tell(process, input);
        if (ended(process, program) != 0) {
            String text = new String(Files.readAllBytes(said), StandardCharsets.UTF_8);
            throw failure(program, text.strip().replaceAll("\\s*\\R\\s*", " | "));
        }
    }

    private static void tell(Process process, String input) {
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException endedBefore) {
            LOG.debug("not read to its end; the exit code says why", endedBefore);
        }
    }

    private static int ended(Process process, String program) {
        try {
            return process.waitFor();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw EmbeddedServer.unavailable(program + " was interrupted", stopped);
        }
    }

    private static ArrearsException failure(String program, String said) {
        return EmbeddedServer.unavailable(program + " failed: " + said + "; run as an ordinary user, or give --db");
    }
}
