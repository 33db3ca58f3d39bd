package org.arrears.core.condition;

import java.util.OptionalInt;
import java.util.function.Function;

/** What came of reading a condition. */
public sealed interface ConditionReading {

    /** Returns what the function for this outcome makes of it. */
    <T> T match(Function<Condition, T> read, Function<Wrong, T> wrong);

    /** A condition that can be asked. */
    record Read(Condition condition) implements ConditionReading {
        @Override
        public <T> T match(Function<Condition, T> read, Function<Wrong, T> wrong) {
            return read.apply(condition);
        }
    }

    /**
     * A text that is no condition.
     *
     * @param index the first character of what is wrong, counted from 0; empty if the text as a whole is
     * @param rule what is wrong with it, what was expected, and an example
     */
    record Wrong(OptionalInt index, String rule) implements ConditionReading {
        @Override
        public <T> T match(Function<Condition, T> read, Function<Wrong, T> wrong) {
            return wrong.apply(this);
        }
    }
}
