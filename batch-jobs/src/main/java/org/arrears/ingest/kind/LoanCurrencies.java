package org.arrears.ingest.kind;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.arrears.core.money.CurrencyUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The currency of each known loan, to read amounts by.
 *
 * <p>Only loans whose currency has other digits than the usual one are kept in memory; for the rest any currency with
 * the usual digits reads the same amount. An unknown loan gets the usual currency: the database rejects its row later.
 */
public final class LoanCurrencies {

    /** Where no loans are known: the most decimals that any currency has. */
    private static final CurrencyUnit ANY = new CurrencyUnit("any", 4);

    private final CurrencyUnit usual;
    private final Map<String, CurrencyUnit> others;

    private LoanCurrencies(CurrencyUnit usual, Map<String, CurrencyUnit> others) {
        this.usual = usual;
        this.others = Map.copyOf(others);
    }

    /** The currencies of loans that were read from files; those who know no loans read up to four decimals. */
    public static LoanCurrencies of(Optional<CurrencyUnit> usual, Map<String, CurrencyUnit> others) {
        return new LoanCurrencies(usual.orElse(ANY), others);
    }

    public static LoanCurrencies read(JdbcClient jdbc) {
        List<CurrencyUnit> used = jdbc.sql("""
                                WITH RECURSIVE used AS (
                                    (SELECT currency FROM loan ORDER BY currency LIMIT 1)
                                    UNION ALL
                                    SELECT (SELECT l.currency FROM loan l WHERE l.currency > u.currency
                                            ORDER BY l.currency LIMIT 1)
                                    FROM used u WHERE u.currency IS NOT NULL
                                )
                                SELECT currency FROM used WHERE currency IS NOT NULL
                                """).query(String.class).list().stream()
                .map(code -> CurrencyUnit.of(code).orElseThrow())
                .toList();
        CurrencyUnit usual = used.stream()
                .filter(currency -> currency.digits() == 2)
                .findFirst()
                .or(() -> used.stream().findFirst())
                .orElse(CurrencyUnit.CNY);
        Map<String, CurrencyUnit> others = new HashMap<>();
        for (CurrencyUnit currency : used) {
            if (currency.digits() != usual.digits()) {
                jdbc.sql("SELECT loan_no FROM loan WHERE currency = ?")
                        .params(currency.code())
                        .query(String.class)
                        .list()
                        .forEach(loanNo -> others.put(loanNo, currency));
            }
        }
        return new LoanCurrencies(usual, others);
    }

    public CurrencyUnit of(String loanNo) {
        return others.getOrDefault(loanNo, usual);
    }
}
