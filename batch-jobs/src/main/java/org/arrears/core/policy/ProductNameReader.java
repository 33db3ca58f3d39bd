package org.arrears.core.policy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what products are called: the section {@code name} of each. */
final class ProductNameReader {

    private static final Set<String> LANGUAGES = Set.copyOf(Arrays.asList(Locale.getISOLanguages()));
    private static final ValueKind<String> LANGUAGE = ValueKind.of(
            text -> Optional.of(text).filter(LANGUAGES::contains),
            "is no language",
            "a language of ISO 639 in two letters, like zh or en");
    private static final ValueKind<String> LINE = ValueKind.line(60);

    private ProductNameReader() {}

    /** Reads the names of all products, whose terms have been read. */
    static Map<String, ProductName> read(YamlSection products) {
        Map<String, ProductName> names = new LinkedHashMap<>();
        for (String product : products.names()) {
            YamlSection own = products.child(product);
            if (own.has("name")) {
                names.put(product, new ProductName(product, byLanguage(own.childOver("name", Optional.empty()))));
            }
        }
        return names;
    }

    private static Map<String, String> byLanguage(YamlSection section) {
        Map<String, String> names = new LinkedHashMap<>();
        for (String language : section.names()) {
            section.checkKey(language, LANGUAGE);
            section.find(language, LINE).ifPresent(name -> names.put(language, name));
        }
        if (section.names().isEmpty()) {
            section.refuseHere("is empty", "a name by language, like { zh: 信用卡, en: Credit card }");
        }
        return names;
    }
}
