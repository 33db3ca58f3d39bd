package org.arrears.core.policy;

import java.util.List;
import java.util.Set;
import org.arrears.core.loan.AnomalyKind;

/** Reads the {@code anomalies} section. */
final class AnomaliesReader {

    private static final ValueKind<AnomalyKind> KIND = ValueKind.choice(AnomalyKind.values(), AnomalyKind::code);

    private AnomaliesReader() {}

    static AnomalyPolicy read(YamlSection section) {
        return new AnomalyPolicy(Set.copyOf(section.list("hold", KIND, List.copyOf(AnomalyPolicy.DEFAULT.hold()))));
    }
}
