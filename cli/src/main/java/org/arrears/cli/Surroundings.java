package org.arrears.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.Map;

/** What a command sees of the world outside: the only way to the terminal, the environment and the clock. */
final class Surroundings {

    private final Screen out;
    private final Screen err;
    private final Map<String, String> environment;
    private final Clock clock;
    private final boolean terminal;
    private final boolean resultOnTerminal;

    /**
     * Takes the world as it is.
     *
     * @param terminal whether a person watches {@code err}
     * @param resultOnTerminal whether a person watches {@code out}
     */
    Surroundings(
            PrintWriter out,
            PrintWriter err,
            Map<String, String> environment,
            Clock clock,
            boolean terminal,
            boolean resultOnTerminal) {
        this.out = Screen.ofResults(out);
        this.err = Screen.ofMessages(err);
        this.environment = Map.copyOf(environment);
        this.clock = clock;
        this.terminal = terminal;
        this.resultOnTerminal = resultOnTerminal;
    }

    /** Takes a world in which a program or a file gets the result. */
    Surroundings(PrintWriter out, PrintWriter err, Map<String, String> environment, Clock clock, boolean terminal) {
        this(out, err, environment, clock, terminal, false);
    }

    /** Returns where a result goes that people read; JSON too, which means the same afterwards. */
    Screen out() {
        return out;
    }

    /** Returns where a result goes that programs read: byte for byte, unless it is a terminal. */
    PrintWriter data() {
        return resultOnTerminal ? out : out.unguarded();
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
        return terminal;
    }

    boolean resultOnTerminal() {
        return resultOnTerminal;
    }
}
