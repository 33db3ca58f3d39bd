package org.arrears.explain;

import org.arrears.core.money.Component;

/** What the components of a debt are called, in both languages. */
final class Words {

    private Words() {}

    static String of(Component component) {
        return switch (component) {
            case FEE -> "fee 费用";
            case PENALTY -> "penalty 罚息";
            case COMPOUND -> "compound 复利";
            case INTEREST -> "interest 利息";
            case PRINCIPAL -> "principal 本金";
        };
    }

    /** What they are called where they are overdue. */
    static String ofOverdue(Component component) {
        return switch (component) {
            case PENALTY -> "penalty interest 罚息";
            case COMPOUND -> "compound interest 复利";
            case FEE, INTEREST, PRINCIPAL -> "overdue " + of(component);
        };
    }
}
