package org.arrears.core.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.arrears.core.loan.LoanFacts;
import org.arrears.core.policy.Policy;
import org.arrears.core.policy.PolicyReader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** The replay kernel alone, in loans per second on one core: no database, no files, no framework. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
public class AssessorBenchmark {

    private static final int LOANS = 10_000;
    private static final long SEED = 20_260_929;

    private List<LoanFacts> loans = List.of();
    private Assessor assessor = sampleLender();

    /** Draws the portfolio. */
    @Setup
    public void draw() {
        loans = DefaultMix.loans(LOANS, SEED);
        assessor = sampleLender();
        long overdue = loans.stream()
                .filter(loan -> assessor.assess(loan, DefaultMix.AS_OF).standing().missedInstallments() > 0)
                .count();
        System.out.printf("%n# %,d loans, seed %d, %,d of them overdue%n", LOANS, SEED, overdue);
    }

    /** Assesses every loan once. */
    @Benchmark
    @OperationsPerInvocation(LOANS)
    public void assess(Blackhole hole) {
        for (LoanFacts loan : loans) {
            hole.consume(assessor.assess(loan, DefaultMix.AS_OF));
        }
    }

    private static Assessor sampleLender() {
        Path file = Path.of(System.getProperty("policy", "sample-data/policy.yaml"));
        try {
            Policy policy = PolicyReader.read(Files.readAllBytes(file), file.toString())
                    .match((valid, warnings) -> valid, errors -> {
                        throw new IllegalStateException(errors.toString());
                    });
            return new Assessor(policy, Set.of(), Set.of());
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
