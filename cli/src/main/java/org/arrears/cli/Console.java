package org.arrears.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** What a command sees of the world outside: the only way to the terminal, the environment and the clock. */
final class Console {

    private final Screen out;
    private final Screen err;
    private final Map<String, String> environment;
    private final Clock clock;
    private final Watched watched;
    private final Stdout stdout;

    /** What a person watches: messages, results. */
    private record Watched(boolean messages, boolean results) {}

    private Console(
            Stdout stdout,
            PrintWriter out,
            PrintWriter err,
            Map<String, String> environment,
            Clock clock,
            Watched watched) {
        this.stdout = stdout;
        this.out = Screen.ofResults(out);
        this.err = Screen.ofMessages(err);
        this.environment = Map.copyOf(environment);
        this.clock = clock;
        this.watched = watched;
    }

    /**
     * Takes streams, an environment and a clock as they are given.
     *
     * @param terminal whether a person watches {@code err}
     * @param resultOnTerminal whether a person watches {@code out}
     */
    Console(
            PrintWriter out,
            PrintWriter err,
            Map<String, String> environment,
            Clock clock,
            boolean terminal,
            boolean resultOnTerminal) {
        this(
                new Stdout(new FileOutputStream(FileDescriptor.out), false),
                out,
                err,
                environment,
                clock,
                new Watched(terminal, resultOnTerminal));
    }

    /** Takes a console of which a program or a file gets the result. */
    Console(PrintWriter out, PrintWriter err, Map<String, String> environment, Clock clock, boolean terminal) {
        this(out, err, environment, clock, terminal, false);
    }

    /** Returns the console of this process, about which the launcher knows more than Java does. */
    static Console ofProcess() {
        Stdout stdout = new Stdout(new FileOutputStream(FileDescriptor.out), Boolean.getBoolean("arrears.pipe.out"));
        return new Console(
                stdout,
                utf8(stdout),
                utf8(new FileOutputStream(FileDescriptor.err)),
                System.getenv(),
                Clock.systemUTC(),
                new Watched(Boolean.getBoolean("arrears.terminal"), Boolean.getBoolean("arrears.terminal.out")));
    }

    private static PrintWriter utf8(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    /** Returns where a result goes that people read; JSON too, which means the same afterwards. */
    Screen out() {
        return out;
    }

    /** Returns where a result goes that programs read: byte for byte, unless it is a terminal. */
    PrintWriter data() {
        return watched.results ? out : out.unguarded();
    }

    /** Returns where a result goes that is no text. */
    OutputStream bytes() {
        return stdout;
    }

    /** Says whether whoever read the result has gone. */
    boolean readerHasGone() {
        return stdout.readerHasGone();
    }

    /** Writes what has waited; returns what kept the result from being written, if that is somebody's fault. */
    Optional<IOException> flushed() {
        out.flush();
        err.flush();
        return stdout.failure();
    }

    /** Returns where progress and messages go. */
    Screen err() {
        return err;
    }

    Map<String, String> environment() {
        return environment;
    }

    Clock clock() {
        return clock;
    }

    boolean terminal() {
        return watched.messages;
    }

    boolean resultOnTerminal() {
        return watched.results;
    }
}
