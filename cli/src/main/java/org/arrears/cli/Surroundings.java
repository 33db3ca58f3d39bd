package org.arrears.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.Map;

/**
 * What a command sees of the world outside: the only way to the terminal, the environment and the clock.
 *
 * @param out the result
 * @param err progress and messages
 * @param terminal whether a person watches {@code err}
 */
record Surroundings(PrintWriter out, PrintWriter err, Map<String, String> environment, Clock clock, boolean terminal) {

    Surroundings {
        environment = Map.copyOf(environment);
    }
}
