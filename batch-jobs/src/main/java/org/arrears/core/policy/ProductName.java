package org.arrears.core.policy;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a product is called where people read of it.
 *
 * @param code its name in files and in the database
 * @param byLanguage what it is called, by ISO 639 code
 */
public record ProductName(String code, Map<String, String> byLanguage) {

    public ProductName {
        byLanguage = Map.copyOf(byLanguage);
    }

    /** Returns what it is called in a language; its code if that is not said. */
    public String in(String language) {
        return byLanguage.getOrDefault(language, code);
    }

    /** Returns all that it is called, with its code, for a reader of any language. */
    public String label() {
        return byLanguage.isEmpty()
                ? code
                : new TreeMap<>(byLanguage).values().stream().distinct().collect(Collectors.joining(" ")) + " (" + code
                        + ")";
    }
}
