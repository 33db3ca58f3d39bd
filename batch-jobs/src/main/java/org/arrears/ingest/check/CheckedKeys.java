package org.arrears.ingest.check;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.arrears.core.money.CurrencyUnit;
import org.arrears.ingest.file.InputFile;
import org.arrears.ingest.kind.FileKind;
import org.arrears.ingest.kind.FileKinds;
import org.arrears.ingest.kind.LoanCurrencies;
import org.arrears.ingest.kind.Reference;
import org.arrears.ingest.kind.RowFields;
import org.arrears.ingest.kind.Target;

/** What files checked so far tell the later ones: which customers and loans there are, and the loans' currencies. */
final class CheckedKeys {

    static final int MOST_REFERRED_TO = 3_000_000;
    static final int MOST_CURRENCIES = 500_000;

    private final FileKinds kinds;
    private final Map<Target, KeySet> known = new EnumMap<>(Target.class);
    private final Map<String, CurrencyUnit> others = new HashMap<>();
    private Optional<CurrencyUnit> usual = Optional.empty();

    CheckedKeys(FileKinds kinds, List<InputFile> files) {
        this.kinds = kinds;
        for (InputFile file : files) {
            file.kind().identifies().ifPresent(is -> known.put(is, new KeySet(MOST_REFERRED_TO)));
        }
    }

    /** Notes a row that is good. */
    void add(FileKind kind, RowFields row) {
        kind.identifies().ifPresent(is -> Objects.requireNonNull(known.get(is)).add(row.raw(0)));
        kind.currency(row).ifPresent(currency -> add(row.raw(0), currency));
    }

    private void add(String loanNo, CurrencyUnit currency) {
        CurrencyUnit first = usual.orElse(currency);
        usual = Optional.of(first);
        if (currency.digits() != first.digits() && others.size() < MOST_CURRENCIES) {
            others.put(loanNo, currency);
        }
    }

    LoanCurrencies currencies() {
        return LoanCurrencies.of(usual, others);
    }

    /** Rejects a row that refers to something that is in none of the files. */
    void checkReferences(FileKind kind, RowFields row) {
        for (Reference reference : kind.references()) {
            if (isChecked(reference.to()) && reference.holds(kind, row)) {
                int column = kind.columns().indexOf(reference.column());
                if (!Objects.requireNonNull(known.get(reference.to())).contains(row.raw(column))) {
                    row.reject(column, row.raw(column), reference.unknown(), reference.rule());
                }
            }
        }
    }

    private boolean isChecked(Target target) {
        KeySet keys = known.get(target);
        return keys != null && keys.isComplete();
    }

    /** Says what of a kind of file cannot be checked with the files there are. */
    List<String> notes(FileKind kind) {
        List<String> notes = new ArrayList<>();
        Set<Target> targets = new LinkedHashSet<>();
        kind.references().forEach(reference -> targets.add(reference.to()));
        for (Target target : targets) {
            String code = kinds.of(target).code();
            if (!known.containsKey(target)) {
                notes.add("unknown " + code + " not checked: no " + code + " file given");
            } else if (!isChecked(target)) {
                notes.add("unknown " + code + " not checked: more than " + MOST_REFERRED_TO + " " + code);
            }
        }
        if (kind.hasAmountsOfLoans() && usual.isEmpty()) {
            notes.add("decimals of amounts checked up to 4, not by currency: no loans file given");
        }
        if (kind.hasAmountsOfLoans() && others.size() >= MOST_CURRENCIES) {
            notes.add("decimals of amounts may be checked by the wrong currency: too many loans in other currencies");
        }
        return notes;
    }
}
