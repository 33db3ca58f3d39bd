package org.arrears.ingest.mapping;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.arrears.core.text.Shown;
import org.arrears.ingest.kind.RejectCode;

/** The lender's codes of a column and ours. */
record CodeTranslation(Map<String, String> codes) implements Translation {

    CodeTranslation {
        codes = Map.copyOf(codes);
    }

    @Override
    public Optional<String> of(String value) {
        return Optional.ofNullable(codes.get(value));
    }

    @Override
    public RejectCode code() {
        return RejectCode.UNKNOWN_CODE;
    }

    @Override
    public String rule() {
        return "is not in the mapping's table: " + Shown.sentence(String.join(", ", new TreeMap<>(codes).keySet()));
    }
}
