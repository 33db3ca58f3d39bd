package org.arrears.explain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.arrears.core.policy.AnomalyPolicy;
import org.arrears.core.policy.Products;

/**
 * What is known of an account besides its calculation.
 *
 * @param factsUpTo the day up to which facts are loaded; an explanation for a later date is a forecast
 * @param askedBy the title of who asks
 * @param products and what they are called
 * @param anomalies which of them keep the loan from notices and placement
 * @param customerDpd the largest dpd over the customer's loans
 * @param rejects rows about the loan or its customer that were rejected and that nobody has mended
 * @param holds in force
 * @param notices sent
 */
public record AccountContext(
        LocalDate factsUpTo,
        String askedBy,
        String policyName,
        String policySha256,
        Products products,
        AnomalyPolicy anomalies,
        int customerDpd,
        List<OpenReject> rejects,
        List<Hold> holds,
        List<Promise> promises,
        List<Notice> notices,
        List<Placement> placements) {

    public AccountContext {
        rejects = List.copyOf(rejects);
        holds = List.copyOf(holds);
        promises = List.copyOf(promises);
        notices = List.copyOf(notices);
        placements = List.copyOf(placements);
        if (customerDpd < 0) {
            throw new IllegalStateException("negative dpd of a customer: " + customerDpd);
        }
    }

    /** A rejected row that keeps the loan from notices and placement. */
    public record OpenReject(String kind, String key, String code, String file, int line, LocalDate since) {}

    /**
     * Keeps notices or agencies away.
     *
     * @param scope loan or customer
     * @param to empty until lifted
     * @param channels all, or a list
     */
    public record Hold(
            String holdNo, String scope, String reason, LocalDate from, Optional<LocalDate> to, String channels) {}

    /** A promise to pay 承诺还款, in minor units of the loan's currency. */
    public record Promise(
            String promiseNo,
            LocalDate madeOn,
            LocalDate dueOn,
            long amountMinor,
            org.arrears.core.loan.Promise.State state) {
        public Promise {
            if (amountMinor <= 0) {
                throw new IllegalStateException("promise " + promiseNo + " of " + amountMinor);
            }
        }
    }

    /** A notice sent. */
    public record Notice(String noticeNo, String channel, String stage, LocalDate sentOn) {}

    /** A time with an agency; recalled on a date for a reason, or still there. */
    public record Placement(
            String agency, LocalDate placedOn, Optional<LocalDate> recalledOn, Optional<String> recallReason) {
        public Placement {
            if (recalledOn.isPresent() != recallReason.isPresent()) {
                throw new IllegalStateException("a recall from " + agency + " needs a date and a reason");
            }
        }
    }
}
