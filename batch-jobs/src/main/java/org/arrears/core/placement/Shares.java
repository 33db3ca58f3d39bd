package org.arrears.core.placement;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.arrears.core.policy.HandoffPolicy.Agency;

/** Deals new debtors out to agencies by weight, so that the shares of all their debtors hold as exactly as they can. */
final class Shares {

    private final List<Agency> agencies;
    private final Map<String, Long> debtors = new HashMap<>();

    /**
     * Begins with what the agencies have.
     *
     * @param held the agency of each debtor who is with one
     */
    Shares(List<Agency> agencies, Collection<String> held) {
        this.agencies = List.copyOf(agencies);
        held.forEach(agency -> debtors.merge(agency, 1L, Long::sum));
    }

    /** Gives one debtor to the agency with the least (debtors + 1) / weight, of several the first of the policy. */
    String next() {
        Agency chosen = agencies.get(0);
        for (Agency agency : agencies) {
            long ours = (debtors.getOrDefault(agency.code(), 0L) + 1) * chosen.weight();
            long best = (debtors.getOrDefault(chosen.code(), 0L) + 1) * agency.weight();
            chosen = ours < best ? agency : chosen;
        }
        debtors.merge(chosen.code(), 1L, Long::sum);
        return chosen.code();
    }
}
