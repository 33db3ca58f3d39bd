package org.arrears.export;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the filter language: comparisons, {@code in}, {@code is empty}, {@code and}, {@code or}, {@code not} and
 * parentheses. An empty cell differs from every value and is neither less nor greater than any.
 */
final class FilterParser {

    static final int LONGEST = 20_000;
    static final int DEEPEST = 50;

    private static final String OPTION = "--where";
    private static final String EXAMPLE = "dpd >= 31 and product in (CASH, CARD)";
    private static final List<String> OPERATORS = List.of("=", "!=", "<", "<=", ">", ">=");

    private final String text;
    private final List<FilterWord> words;
    private final StringBuilder sql = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();
    private int at;
    private int depth;

    private FilterParser(String text) {
        this.text = text;
        this.words = FilterWord.split(OPTION, text);
    }

    /** Turns a filter into SQL with bound parameters, or throws what is wrong with it. */
    static Filter parse(String text) {
        if (text.length() > LONGEST) {
            throw new WrongRequestException(
                    OPTION + " has " + text.length() + " characters; at most " + LONGEST + " are read");
        }
        FilterParser parser = new FilterParser(text);
        parser.alternatives();
        if (parser.word().kind() != FilterWord.Kind.END) {
            throw parser.expected("\"and\", \"or\" or the end", EXAMPLE);
        }
        return new Filter(parser.sql.toString(), parser.parameters);
    }

    private void alternatives() {
        sql.append('(');
        conjunction();
        while (taken("or")) {
            sql.append(" OR ");
            conjunction();
        }
        sql.append(')');
    }

    private void conjunction() {
        condition();
        while (taken("and")) {
            sql.append(" AND ");
            condition();
        }
    }

    private void condition() {
        if (++depth > DEEPEST) {
            throw wrong(word(), "parentheses and \"not\" are nested more than " + DEEPEST + " deep");
        }
        if (taken("not")) {
            sql.append("NOT ");
            condition();
        } else if (taken("(")) {
            alternatives();
            require(")", "a closing parenthesis", "(dpd >= 31 or bucket = M7) and currency = CNY");
        } else {
            comparison();
        }
        depth--;
    }

    private void comparison() {
        ExportColumn column = column();
        FilterWord next = word();
        if (taken("is")) {
            boolean not = taken("not");
            require("empty", "\"empty\"", "last_payment_on is empty");
            emptiness(column, not);
        } else if (next.is("in") || next.is("not")) {
            boolean not = taken("not");
            require("in", "\"in\"", "bucket not in (M0, M1)");
            list(column, not);
        } else if (next.kind() == FilterWord.Kind.SYMBOL && OPERATORS.contains(next.text())) {
            at++;
            compare(column, next.text());
        } else {
            throw expected(
                    "one of = != < <= > >=, \"in\" or \"is empty\" after " + column.columnName(),
                    column.type().example());
        }
    }

    private ExportColumn column() {
        FilterWord word = word();
        if (word.kind() != FilterWord.Kind.BARE || !word.isValue()) {
            throw expected("the name of a column", EXAMPLE);
        }
        ExportColumn column =
                ExportColumn.named(word.text()).orElseThrow(() -> wrong(word, ExportColumn.unknown(word.text())));
        at++;
        return column;
    }

    private void emptiness(ExportColumn column, boolean not) {
        String empty = column.type() == ColumnType.TEXT
                ? "(" + column.columnName() + " = '')"
                : "(" + column.columnName() + " IS NULL)";
        sql.append(not ? "NOT " : "").append(empty);
    }

    private void list(ExportColumn column, boolean not) {
        String example = column.columnName() + " in (…, …)";
        require("(", "an opening parenthesis", example);
        sql.append(not ? "NOT " : "").append("coalesce(").append(column.comparable());
        String before = " IN (?";
        do {
            sql.append(before);
            parameters.add(value(column));
            before = ", ?";
        } while (taken(","));
        sql.append("), false)");
        require(")", "a comma or a closing parenthesis", example);
    }

    private void compare(ExportColumn column, String operator) {
        Object value = value(column);
        parameters.add(value);
        if (operator.equals("!=")) {
            sql.append('(').append(column.comparable()).append(" IS DISTINCT FROM ?)");
        } else if (column.canBeEmpty()) {
            sql.append("coalesce(").append(column.comparable()).append(' ');
            sql.append(operator).append(" ?, false)");
        } else {
            sql.append('(').append(column.comparable()).append(' ');
            sql.append(operator).append(" ?)");
        }
    }

    private Object value(ExportColumn column) {
        FilterWord word = word();
        ColumnType type = column.type();
        if (!word.isValue()) {
            throw expected(type.expected(), type.example());
        }
        at++;
        try {
            return switch (type) {
                case TEXT -> text(word);
                case COUNT -> Integer.valueOf(matching(word, "-?[0-9]{1,9}"));
                case AMOUNT -> new BigDecimal(matching(word, "-?[0-9]{1,18}(\\.[0-9]{1,4})?"));
                case DATE -> LocalDate.parse(matching(word, "[0-9]{4}-[0-9]{2}-[0-9]{2}"));
            };
        } catch (DateTimeException | NumberFormatException notThis) {
            throw wrong(
                    word,
                    word.shown() + " is not " + type.expected() + ", which " + column.columnName()
                            + " is compared with; for example: " + type.example());
        }
    }

    private String text(FilterWord word) {
        if (word.text().indexOf('\0') >= 0) {
            throw wrong(word, "a text cannot hold the character NUL");
        }
        return word.text();
    }

    private static String matching(FilterWord word, String pattern) {
        if (!word.text().matches(pattern)) {
            throw new NumberFormatException(word.text());
        }
        return word.text();
    }

    private FilterWord word() {
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

    private WrongRequestException expected(String what, String example) {
        return wrong(word(), "expected " + what + ", found " + word().shown() + "; for example: " + example);
    }

    private WrongRequestException wrong(FilterWord word, String rule) {
        return WrongRequestException.at(OPTION, text, word.index(), rule);
    }
}
