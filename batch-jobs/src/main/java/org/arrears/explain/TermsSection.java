package org.arrears.explain;

import java.util.List;
import org.arrears.core.policy.PolicyKey;
import org.arrears.core.policy.TermKeys;
import org.arrears.core.policy.Terms;
import org.arrears.core.replay.TermsInForce;
import org.arrears.explain.Explanation.Column;
import org.arrears.explain.Explanation.Section;
import org.arrears.explain.Explanation.Table;

/** Every term of the policy that held for the loan, by its key, and who set it. */
final class TermsSection {

    private static final List<Column> COLUMNS =
            List.of(Column.left("key"), Column.left("value"), Column.left("set by"));

    private TermsSection() {}

    static Section of(TermsInForce held) {
        List<List<String>> rows =
                TermKeys.ALL.stream().map(key -> row(key, held)).toList();
        return new Section("Terms 条款", List.of(), List.of(Table.of(COLUMNS, rows, List.of())));
    }

    private static List<String> row(PolicyKey<Terms, ?> key, TermsInForce held) {
        return List.of(
                key.path(), key.shown(held.terms()), held.origin(key::shown).code());
    }
}
