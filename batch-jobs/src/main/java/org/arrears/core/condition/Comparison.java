package org.arrears.core.condition;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/** A column compared with a value or with another column. */
public record Comparison(Column column, Operator operator, Operand operand) implements Condition {

    /** How two values are compared. */
    public enum Operator {
        EQUAL("=", order -> order == 0),
        LESS("<", order -> order < 0),
        AT_MOST("<=", order -> order <= 0),
        GREATER(">", order -> order > 0),
        AT_LEAST(">=", order -> order >= 0);

        private final String symbol;
        private final IntPredicate allowed;

        Operator(String symbol, IntPredicate allowed) {
            this.symbol = symbol;
            this.allowed = allowed;
        }

        static Optional<Operator> of(String symbol) {
            return Arrays.stream(values())
                    .filter(operator -> operator.symbol.equals(symbol))
                    .findFirst();
        }

        boolean holds(ColumnType type, Object one, Object other) {
            return allowed.test(type.compare(one, other));
        }
    }

    /** The two ways to write that values differ. */
    static final List<String> DIFFERENT = List.of("!=", "<>");

    public Comparison {
        if (column.type() != operand.type()) {
            throw new IllegalStateException(column + " compared with " + operand.type());
        }
    }

    @Override
    public boolean holds(Row row) {
        Optional<Object> one = column.in(row);
        Optional<Object> other = operand.in(row);
        return one.isPresent() && other.isPresent() && operator.holds(column.type(), one.get(), other.get());
    }

    @Override
    public void write(SqlText sql) {
        sql.twoValued(column.canBeEmpty() || operand.canBeEmpty(), () -> {
            sql.column(column).raw(" " + operator.symbol + " ");
            operand.write(sql);
        });
    }
}
