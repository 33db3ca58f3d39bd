package org.arrears.ingest;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.arrears.core.money.CurrencyUnit;

/** What files checked so far tell the later ones: which customers and loans there are, and the loans' currencies. */
final class CheckedKeys {

    static final int MOST_REFERRED_TO = 3_000_000;
    static final int MOST_CURRENCIES = 500_000;

    private final Map<FileKind, KeySet> known = new EnumMap<>(FileKind.class);
    private final Map<String, CurrencyUnit> others = new HashMap<>();
    private Optional<CurrencyUnit> usual = Optional.empty();

    CheckedKeys(List<InputFile> files) {
        for (InputFile file : files) {
            if (file.kind() == FileKind.CUSTOMERS || file.kind() == FileKind.LOANS) {
                known.computeIfAbsent(file.kind(), kind -> new KeySet(MOST_REFERRED_TO));
            }
        }
    }

    /** Notes a row that is good. */
    void add(FileKind kind, RowFields row) {
        if (kind == FileKind.CUSTOMERS || kind == FileKind.LOANS) {
            Objects.requireNonNull(known.get(kind)).add(row.raw(0));
        }
        if (kind == FileKind.LOANS) {
            CurrencyUnit currency = CurrencyUnit.of(row.raw(3)).orElseThrow();
            usual = usual.or(() -> Optional.of(currency));
            if (currency.digits() != usual.get().digits() && others.size() < MOST_CURRENCIES) {
                others.put(row.raw(0), currency);
            }
        }
    }

    LoanCurrencies currencies() {
        return LoanCurrencies.of(usual, others);
    }

    /** Rejects a row that refers to something that is in none of the files. */
    void checkReference(Destination destination, FileKind kind, RowFields row) {
        Optional<FileKind> to = refersTo(kind, row);
        if (to.isEmpty() || !isChecked(to.get())) {
            return;
        }
        int column = column(kind);
        if (!Objects.requireNonNull(known.get(to.get())).contains(row.raw(column))) {
            RejectCode code = to.get() == FileKind.LOANS ? RejectCode.UNKNOWN_LOAN : RejectCode.UNKNOWN_CUSTOMER;
            StageCheck check = destination.checks().stream()
                    .filter(one -> one.code() == code)
                    .findFirst()
                    .orElseThrow();
            row.reject(column, row.raw(column), code, check.rule());
        }
    }

    private boolean isChecked(FileKind kind) {
        KeySet keys = known.get(kind);
        return keys != null && keys.isComplete();
    }

    private static Optional<FileKind> refersTo(FileKind kind, RowFields row) {
        return switch (kind) {
            case LOANS -> Optional.of(FileKind.CUSTOMERS);
            case INSTALLMENTS, TRANSACTIONS, PROMISES -> Optional.of(FileKind.LOANS);
            case HOLDS -> Optional.of(row.raw(1).equals("loan") ? FileKind.LOANS : FileKind.CUSTOMERS);
            case CALENDAR, CUSTOMERS -> Optional.empty();
        };
    }

    private static int column(FileKind kind) {
        return switch (kind) {
            case CALENDAR, CUSTOMERS, INSTALLMENTS -> 0;
            case LOANS, TRANSACTIONS, PROMISES -> 1;
            case HOLDS -> 2;
        };
    }

    /** Says what of a kind of file cannot be checked with the files there are. */
    List<String> notes(FileKind kind) {
        List<String> notes = new ArrayList<>();
        List<FileKind> to = switch (kind) {
            case LOANS -> List.of(FileKind.CUSTOMERS);
            case INSTALLMENTS, TRANSACTIONS, PROMISES -> List.of(FileKind.LOANS);
            case HOLDS -> List.of(FileKind.LOANS, FileKind.CUSTOMERS);
            case CALENDAR, CUSTOMERS -> List.of();
        };
        for (FileKind one : to) {
            if (!known.containsKey(one)) {
                notes.add("unknown " + one.code() + " not checked: no " + one.code() + " file given");
            } else if (!isChecked(one)) {
                notes.add("unknown " + one.code() + " not checked: more than " + MOST_REFERRED_TO + " " + one.code());
            }
        }
        boolean amounts = kind == FileKind.INSTALLMENTS || kind == FileKind.TRANSACTIONS || kind == FileKind.PROMISES;
        if (amounts && usual.isEmpty()) {
            notes.add("decimals of amounts checked up to 4, not by currency: no loans file given");
        }
        if (amounts && others.size() >= MOST_CURRENCIES) {
            notes.add("decimals of amounts may be checked by the wrong currency: too many loans in other currencies");
        }
        return notes;
    }
}
