package org.arrears.core.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import org.arrears.core.condition.Comparison.Operator;
import org.arrears.core.condition.ConditionReading.Wrong;

/**
 * Reads conditions: comparisons with values or columns, {@code in}, {@code between}, {@code like}, {@code is empty},
 * {@code and}, {@code or}, {@code not} and parentheses.
 */
public final class ConditionParser {

    static final int LONGEST = 20_000;
    static final int DEEPEST = 50;

    private static final String EXAMPLE = "dpd >= 31 and product in (CASH, CARD)";

    private final Columns columns;
    private final List<ConditionWord> words;
    private int at;
    private int depth;

    private ConditionParser(Columns columns, List<ConditionWord> words) {
        this.columns = columns;
        this.words = words;
    }

    /** Reads a condition on rows of these columns. */
    public static ConditionReading read(String text, Columns columns) {
        if (text.length() > LONGEST) {
            return new Wrong(
                    OptionalInt.empty(), "has " + text.length() + " characters; at most " + LONGEST + " are read");
        }
        try {
            return new ConditionReading.Read(new ConditionParser(columns, ConditionWord.split(text)).whole());
        } catch (WrongConditionException wrong) {
            return new Wrong(OptionalInt.of(wrong.index()), wrong.rule());
        }
    }

    private Condition whole() {
        Condition condition = alternatives();
        if (word().kind() != ConditionWord.Kind.END) {
            throw expected("\"and\", \"or\" or the end", EXAMPLE);
        }
        return condition;
    }

    private Condition alternatives() {
        List<Condition> parts = new ArrayList<>();
        do {
            parts.add(conjunction());
        } while (taken("or"));
        return alone(parts, AnyOf::new);
    }

    private Condition conjunction() {
        List<Condition> parts = new ArrayList<>();
        do {
            parts.add(condition());
        } while (taken("and"));
        return alone(parts, AllOf::new);
    }

    private static Condition alone(List<Condition> parts, Function<List<Condition>, Condition> several) {
        return parts.size() == 1 ? parts.get(0) : several.apply(parts);
    }

    private Condition condition() {
        if (++depth > DEEPEST) {
            throw wrong(word(), "parentheses and \"not\" are nested more than " + DEEPEST + " deep");
        }
        Condition condition;
        if (taken("not")) {
            condition = new Not(condition());
        } else if (taken("(")) {
            condition = alternatives();
            require(")", "a closing parenthesis", "(dpd >= 31 or bucket = M7) and currency = CNY");
        } else {
            condition = about(column());
        }
        depth--;
        return condition;
    }

    private Column column() {
        ConditionWord word = word();
        if (!word.isName()) {
            throw expected("the name of a column", EXAMPLE);
        }
        Column column = columns.named(word.text()).orElseThrow(() -> wrong(word, columns.unknown(word.text())));
        at++;
        return column;
    }

    private Condition about(Column column) {
        ConditionWord next = word();
        if (taken("is")) {
            boolean not = taken("not");
            require("empty", "\"empty\"", "last_payment_on is empty");
            return unless(not, new Empty(column));
        }
        if (taken("not")) {
            return new Not(range(column, "\"in\", \"between\" or \"like\"", "bucket not in (M0, M1)"));
        }
        if (next.kind() == ConditionWord.Kind.SYMBOL && Comparison.DIFFERENT.contains(next.text())) {
            at++;
            return new Not(new Comparison(column, Operator.EQUAL, operand(column)));
        }
        if (next.kind() == ConditionWord.Kind.SYMBOL && Operator.of(next.text()).isPresent()) {
            at++;
            return new Comparison(column, Operator.of(next.text()).orElseThrow(), operand(column));
        }
        return range(
                column,
                "one of = != <> < <= > >=, \"in\", \"between\", \"like\" or \"is empty\" after " + column.name(),
                column.type().example());
    }

    private static Condition unless(boolean not, Condition condition) {
        return not ? new Not(condition) : condition;
    }

    private Condition range(Column column, String otherwise, String example) {
        if (taken("in")) {
            return list(column);
        }
        if (taken("between")) {
            Operand low = operand(column);
            require("and", "\"and\"", column.name() + " between … and …");
            return new Between(column, low, operand(column));
        }
        if (word().is("like")) {
            return like(column);
        }
        throw expected(otherwise, example);
    }

    private Condition list(Column column) {
        String example = column.name() + " in (…, …)";
        require("(", "an opening parenthesis", example);
        List<Value> values = new ArrayList<>();
        do {
            values.add(value(column));
        } while (taken(","));
        require(")", "a comma or a closing parenthesis", example);
        return new OneOf(column, values);
    }

    private Condition like(Column column) {
        String example = "; for example: product like 'CASH%'";
        if (column.type() != ColumnType.TEXT) {
            throw wrong(
                    word(),
                    column.name() + " is " + column.type().expected() + ", and only texts are like a pattern"
                            + example);
        }
        at++;
        ConditionWord word = word();
        Value pattern = value(column);
        if (Like.endsInTheMiddle(word.text())) {
            throw wrong(word, "the pattern ends with a single backslash; write \\\\ for one" + example);
        }
        return new Like(column, (String) pattern.held());
    }

    /** A bare word that is the name of a column means the column. */
    private Operand operand(Column column) {
        ConditionWord word = word();
        if (!word.isName() || columns.named(word.text()).isEmpty()) {
            return value(column);
        }
        Column other = columns.named(word.text()).orElseThrow();
        if (other.type() != column.type()) {
            throw wrong(
                    word,
                    "the column " + other.name() + " is " + other.type().expected() + " and " + column.name() + " is "
                            + column.type().expected()
                            + (column.type() == ColumnType.TEXT
                                    ? "; quote it to mean the text: '" + word.text() + "'"
                                    : "; compare columns of one kind, for example: customer_dpd > dpd"));
        }
        at++;
        return other;
    }

    private Value value(Column column) {
        ConditionWord word = word();
        ColumnType type = column.type();
        if (!word.isValue()) {
            throw expected(type.expected(), type.example());
        }
        if (word.text().indexOf('\0') >= 0) {
            throw wrong(word, "a text cannot hold the character NUL");
        }
        at++;
        return type.parse(word.text())
                .map(held -> new Value(type, held))
                .orElseThrow(() -> wrong(
                        word,
                        word.shown() + " is not " + type.expected() + ", which " + column.name()
                                + " is compared with; for example: " + type.example()));
    }

    private ConditionWord word() {
        return words.get(at);
    }

    private boolean taken(String wanted) {
        boolean found = word().is(wanted);
        at += found ? 1 : 0;
        return found;
    }

    private void require(String wanted, String described, String example) {
        if (!taken(wanted)) {
            throw expected(described, example);
        }
    }

    private WrongConditionException expected(String what, String example) {
        return wrong(word(), "expected " + what + ", found " + word().shown() + "; for example: " + example);
    }

    private static WrongConditionException wrong(ConditionWord word, String rule) {
        return new WrongConditionException(word.index(), rule);
    }
}
