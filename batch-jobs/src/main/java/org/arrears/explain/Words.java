package org.arrears.explain;

import org.arrears.core.loan.Component;

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
}
