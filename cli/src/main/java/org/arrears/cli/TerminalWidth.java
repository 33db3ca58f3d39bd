package org.arrears.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many columns the terminal of stderr has: what {@code COLUMNS} says, else what {@code stty} says, asked again
 * every two seconds since windows change, else 80.
 */
final class TerminalWidth implements IntSupplier {

    static final int DEFAULT = 80;

    private static final int NARROWEST = 20;
    private static final Duration ASK_EVERY = Duration.ofSeconds(2);
    private static final Pattern SIZE = Pattern.compile("[0-9]+ ([0-9]{1,4})\\s*");

    private final Optional<Integer> fixed;
    private final Clock clock;
    private final Supplier<String> size;
    private Instant asked = Instant.EPOCH;
    private int columns = DEFAULT;

    TerminalWidth(Map<String, String> environment, Clock clock) {
        this(environment, clock, TerminalWidth::stty);
    }

    /** Lets a test say what {@code stty size} says. */
    TerminalWidth(Map<String, String> environment, Clock clock, Supplier<String> size) {
        this.fixed = Optional.ofNullable(environment.get("COLUMNS"))
                .filter(said -> said.matches("[0-9]{1,4}"))
                .map(Integer::valueOf)
                .filter(said -> said > 0);
        this.clock = clock;
        this.size = size;
    }

    @Override
    public int getAsInt() {
        Instant now = clock.instant();
        if (fixed.isEmpty() && Duration.between(asked, now).compareTo(ASK_EVERY) >= 0) {
            asked = now;
            Matcher said = SIZE.matcher(size.get());
            columns = said.matches() && !said.group(1).matches("0+") ? Integer.parseInt(said.group(1)) : DEFAULT;
        }
        return Math.max(NARROWEST, fixed.orElse(columns));
    }

    /** Asks the terminal that stderr is; says nothing if there is no such program or terminal. */
    private static String stty() {
        try {
            Process process = new ProcessBuilder("sh", "-c", "stty size <&2 2>/dev/null")
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(1, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return "";
            }
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException none) {
            return "";
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
