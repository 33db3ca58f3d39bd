package org.arrears.core.replay;

import java.util.List;
import org.arrears.core.money.Component;
import org.arrears.core.policy.Terms;

/**
 * The order in which a pool of money is spent 冲销顺序 (calculation spec, section 5).
 *
 * <p>Rule: {@code installment-first} goes down the components of the oldest installment, then of the next;
 * {@code component-first} goes down the installments with the first component, then with the next. Each takes what is
 * outstanding of it, at most what is left. Minor units.
 *
 * <p>Source: Civil Code 561 (costs, interest, principal) unless agreed otherwise; the order is the policy's.
 */
final class Waterfall {

    /** The debts that a pool is spent on, oldest first. */
    interface Debts {

        /** Takes at most an amount off a component of one of them; returns how much it took. */
        long settle(int index, Component component, long atMost);
    }

    private Waterfall() {}

    /** Spends a pool on the debts from one index up to another, exclusive; returns what is left. */
    static long spend(long pool, Terms.Order order, List<Component> components, int from, int to, Debts debts) {
        return switch (order) {
            case INSTALLMENT_FIRST -> byInstallment(pool, components, from, to, debts);
            case COMPONENT_FIRST -> byComponent(pool, components, from, to, debts);
        };
    }

    private static long byInstallment(long pool, List<Component> components, int from, int to, Debts debts) {
        long left = pool;
        for (int i = from; i < to && left > 0; i++) {
            for (Component component : components) {
                left -= debts.settle(i, component, left);
            }
        }
        return left;
    }

    private static long byComponent(long pool, List<Component> components, int from, int to, Debts debts) {
        long left = pool;
        for (Component component : components) {
            for (int i = from; i < to && left > 0; i++) {
                left -= debts.settle(i, component, left);
            }
        }
        return left;
    }
}
