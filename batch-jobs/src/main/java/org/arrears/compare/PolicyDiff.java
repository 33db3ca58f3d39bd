package org.arrears.compare;

import java.time.LocalDate;
import java.util.List;
import org.arrears.core.policy.Policy;

/** What a change of policy would do to every unsettled loan on a business date. */
public record PolicyDiff(
        Policy before, Policy after, LocalDate asOf, TermChanges terms, List<CurrencyDiff> currencies) {

    public PolicyDiff {
        currencies = List.copyOf(currencies);
    }
}
