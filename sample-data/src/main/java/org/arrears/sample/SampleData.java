package org.arrears.sample;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line of the sample-data generator. */
@Command(
        name = "sample-data",
        mixinStandardHelpOptions = true,
        version = "sample-data 0.1.0",
        sortOptions = false,
        description = "Writes the nightly files of a made-up lender; the same arguments always give the same bytes.")
public final class SampleData implements Callable<Integer> {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int WRONG_USAGE = 2;

    private final PrintWriter results;
    private final PrintWriter messages;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The inbox: gets a folder per night.")
    private Path out = Path.of("");

    @Option(names = "--loans", description = "Loans on the first night (default: ${DEFAULT-VALUE}).")
    private int loans = 400;

    @Option(names = "--customers", description = "Customers on the first night (default: three for four loans).")
    private @Nullable Integer customers;

    @Option(names = "--seed", description = "Another seed, another lender (default: ${DEFAULT-VALUE}).")
    private long seed = 2026;

    @Option(names = "--as-of", paramLabel = "DATE", description = "The first night (default: ${DEFAULT-VALUE}).")
    private LocalDate asOf = LocalDate.of(2026, 9, 29);

    @Option(names = "--nights", description = "Consecutive business dates (default: ${DEFAULT-VALUE}).")
    private int nights = 3;

    @Option(
            names = "--change-rate",
            description = "Share of loans that pay on each later night, though about 80 at least"
                    + " (default: ${DEFAULT-VALUE}).")
    private BigDecimal changeRate = new BigDecimal("0.01");

    @Option(
            names = "--overdue-rate",
            description = "Share of loans past due, story loans apart (default: ${DEFAULT-VALUE}).")
    private BigDecimal overdueRate = new BigDecimal("0.10");

    @Option(names = "--no-errors", description = "Leave out the rows that are wrong on purpose.")
    private boolean noErrors;

    SampleData(PrintWriter results, PrintWriter messages) {
        this.results = results;
        this.messages = messages;
    }

    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, err, args));
    }

    /** What main does, without leaving the JVM. */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        return new CommandLine(new SampleData(out, err)).setOut(out).setErr(err).execute(args);
    }

    @Override
    public Integer call() {
        try {
            Request request = request();
            new Generator(request).write().forEach(results::println);
            results.println("seed " + seed + ", inbox " + out);
            return DONE;
        } catch (IllegalArgumentException e) {
            messages.println("sample-data: " + e.getMessage());
            return WRONG_USAGE;
        } catch (FileAlreadyExistsException e) {
            messages.println("sample-data: " + e.getMessage());
            return FAILED;
        } catch (IOException | UncheckedIOException e) {
            messages.println("sample-data: cannot write to " + out + ": " + e);
            return FAILED;
        }
    }

    private Request request() {
        return new Request(
                out,
                loans,
                customers == null ? (int) (loans * 3L / 4) : customers,
                seed,
                asOf,
                nights,
                perMillion("--change-rate", changeRate),
                perMillion("--overdue-rate", overdueRate),
                !noErrors);
    }

    private static int perMillion(String option, BigDecimal rate) {
        BigDecimal perMillion = rate.movePointRight(6).stripTrailingZeros();
        if (rate.signum() < 0 || rate.compareTo(BigDecimal.ONE) > 0 || perMillion.scale() > 0) {
            throw new IllegalArgumentException(
                    option + " must be 0 to 1 with at most 6 decimals, not " + rate.toPlainString());
        }
        return perMillion.intValueExact();
    }
}
