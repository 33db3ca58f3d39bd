package org.arrears.core.placement;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.arrears.core.money.CurrencyUnit;
import org.arrears.core.policy.HandoffPolicy;

/** A debtor and all his accounts with an overdue amount. */
public record OverdueDebtor(String customerNo, List<OverdueAccount> accounts) {

    public OverdueDebtor {
        accounts = List.copyOf(accounts);
    }

    /**
     * Returns the accounts with no agency whose debtor is in the range of days. His days are the most of the accounts
     * that are in no doubt; an account in doubt would be in the range if it were not, and is there to be told of.
     */
    List<OverdueAccount> inRange(HandoffPolicy policy) {
        int days = accounts.stream().mapToInt(OverdueAccount::dpd).max().orElse(-1);
        int soundDays = accounts.stream()
                .filter(account -> account.doubt().isEmpty())
                .mapToInt(OverdueAccount::dpd)
                .max()
                .orElse(-1);
        return accounts.stream()
                .filter(account -> !account.withAgency())
                .filter(account -> policy.dpd().contains(account.doubt().isPresent() ? days : soundDays))
                .toList();
    }

    /** Says whether accounts owe the policy's least amount, in one of their currencies. */
    static boolean isLarge(List<OverdueAccount> accounts, HandoffPolicy policy) {
        Map<String, Long> totals = accounts.stream()
                .collect(Collectors.toMap(
                        OverdueAccount::currency, OverdueAccount::totalOverdueMinor, Math::addExact, TreeMap::new));
        return totals.entrySet().stream()
                .anyMatch(total -> major(total.getValue(), total.getKey()).compareTo(policy.minimumAmount()) >= 0);
    }

    private static BigDecimal major(long minor, String currency) {
        return BigDecimal.valueOf(minor, CurrencyUnit.of(currency).orElseThrow().digits());
    }
}
