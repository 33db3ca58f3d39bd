package org.arrears.core.placement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.arrears.core.policy.HandoffPolicy;

/**
 * What is newly placed on a date, and what would be and is not.
 *
 * <p>All accounts of a debtor go to one agency: to the one that has some of his, else to the one furthest below its
 * share. A debtor in the range of days goes there if what can be placed of his owes the least amount in one currency.
 */
public record PlacementPlan(List<Placed> placed, List<Stopped> stopped) {

    public PlacementPlan {
        placed = List.copyOf(placed);
        stopped = List.copyOf(stopped);
    }

    /** An account and the agency it goes to. */
    public record Placed(String agency, String customerNo, OverdueAccount account) {}

    /** An account that goes to none, and why. */
    public record Stopped(String customerNo, String loanNo, String reason) {}

    /**
     * Plans.
     *
     * @param debtors in the order in which they are dealt out
     * @param agencyOf the agency of every debtor who is with one
     */
    public static PlacementPlan of(HandoffPolicy policy, List<OverdueDebtor> debtors, Map<String, String> agencyOf) {
        Map<String, String> agencies = new HashMap<>(agencyOf);
        Shares shares = new Shares(policy.agencies(), agencies.values());
        List<Placed> placed = new ArrayList<>();
        List<Stopped> stopped = new ArrayList<>();
        for (OverdueDebtor debtor : debtors) {
            List<OverdueAccount> free = new ArrayList<>();
            for (OverdueAccount account : debtor.inRange(policy)) {
                account.stop()
                        .ifPresentOrElse(
                                reason -> stopped.add(new Stopped(debtor.customerNo(), account.loanNo(), reason)),
                                () -> free.add(account));
            }
            if (OverdueDebtor.isLarge(free, policy)) {
                String agency = agencies.computeIfAbsent(debtor.customerNo(), nobody -> shares.next());
                free.forEach(account -> placed.add(new Placed(agency, debtor.customerNo(), account)));
            }
        }
        return new PlacementPlan(placed, stopped);
    }
}
