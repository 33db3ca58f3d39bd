package org.arrears.sample;

import java.nio.file.Path;
import java.time.LocalDate;

/** What is to be made; rates are counted in parts per million. */
record Request(
        Path out,
        int loans,
        int customers,
        long seed,
        LocalDate asOf,
        int nights,
        int changePerMillion,
        int overduePerMillion,
        boolean errors) {
    static final int MOST_LOANS = 10_000_000;
    static final int MOST_NIGHTS = 31;
    private static final int FEWEST_LATER_PAYMENTS = 80;

    Request {
        int stories = Stories.of(asOf).size();
        int storyCustomers = Stories.customers(Stories.of(asOf));
        check(loans > stories && loans <= MOST_LOANS, "--loans", loans, (stories + 1) + " to " + MOST_LOANS);
        int most = storyCustomers + loans - stories;
        check(
                customers > storyCustomers && customers <= most,
                "--customers",
                customers,
                (storyCustomers + 1) + " to " + most + " for --loans " + loans);
        check(nights >= 1 && nights <= MOST_NIGHTS, "--nights", nights, "1 to " + MOST_NIGHTS);
        check(changePerMillion >= 0 && changePerMillion <= 1_000_000, "--change-rate", changePerMillion, "0 to 1");
        check(overduePerMillion >= 0 && overduePerMillion <= 1_000_000, "--overdue-rate", overduePerMillion, "0 to 1");
    }

    LocalDate date(int night) {
        return asOf.plusDays(night);
    }

    /** The share of loans that pay on a later night: as asked, but enough of them in a small book to see something. */
    int laterPaymentsPerMillion() {
        if (changePerMillion == 0) {
            return 0;
        }
        return (int) Math.min(1_000_000, Math.max(changePerMillion, FEWEST_LATER_PAYMENTS * 1_000_000L / loans));
    }

    /** Loans opened on every later night. */
    int newLoansPerNight() {
        return Math.max(2, loans / 2000);
    }

    private static void check(boolean good, String option, int value, String allowed) {
        if (!good) {
            throw new IllegalArgumentException(option + " must be " + allowed + ", not " + value);
        }
    }
}
