package org.arrears.core.policy;

import java.util.Optional;
import java.util.stream.Stream;

/** Reads the {@code classification} section. */
final class ClassificationReader {

    private static final String CUSTOM = "custom";
    private static final ValueKind<String> SCHEME = ValueKind.choice(
            Stream.concat(ClassificationSchemes.ALL.stream().map(Classification::scheme), Stream.of(CUSTOM))
                    .toArray(String[]::new),
            scheme -> scheme);

    private ClassificationReader() {}

    static Classification read(YamlSection section) {
        String scheme = section.get("scheme", SCHEME, ClassificationSchemes.CN_2023.scheme());
        boolean misspelt = section.has("scheme") && !section.isRead("scheme");
        Optional<Classification> published = ClassificationSchemes.ALL.stream()
                .filter(known -> known.scheme().equals(scheme))
                .findFirst();
        if (published.isEmpty()) {
            return new Classification(CUSTOM, "the policy's own", RangesReader.read(section));
        }
        if (section.has("ranges") && !misspelt) {
            section.refuse("ranges", "does nothing with scheme " + scheme, "ranges with scheme custom only");
        }
        return published.get();
    }
}
