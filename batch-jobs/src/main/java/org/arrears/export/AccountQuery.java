package org.arrears.export;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.arrears.core.condition.Condition;
import org.arrears.core.condition.ConditionParser;

/**
 * Which accounts to export: a date, columns, rows and their order.
 *
 * @param order an SQL order over the export's columns, total because it ends with the loan number
 */
public record AccountQuery(
        LocalDate asOf, List<ExportColumn> columns, Condition where, String order, OptionalLong limit) {

    public AccountQuery {
        columns = List.copyOf(columns);
        if (columns.isEmpty() || (limit.isPresent() && limit.getAsLong() < 1)) {
            throw new IllegalStateException("columns " + columns + ", limit " + limit);
        }
    }

    /** The options as they were typed. */
    public record Wording(
            Optional<String> columns, Optional<String> where, Optional<String> sort, OptionalLong limit) {}

    /** Reads the options; throws a {@link WrongRequestException} if one cannot be understood. */
    public static AccountQuery of(LocalDate asOf, Wording wording) {
        if (wording.limit().isPresent() && wording.limit().getAsLong() < 1) {
            throw new WrongRequestException(
                    "--limit " + wording.limit().getAsLong() + " is below 1; for example: --limit 100");
        }
        return new AccountQuery(
                asOf,
                wording.columns().map(AccountQuery::columns).orElse(ExportColumn.ALL),
                wording.where().map(AccountQuery::where).orElseGet(Condition::always),
                order(wording.sort().orElse("loan_no")),
                wording.limit());
    }

    private static List<ExportColumn> columns(String text) {
        Set<ExportColumn> columns = new LinkedHashSet<>();
        int index = 0;
        for (String part : text.split(",", -1)) {
            ExportColumn column = column("--columns", text, index, part.strip());
            if (!columns.add(column)) {
                throw WrongRequestException.at(
                        "--columns", text, index, column.columnName() + " is there twice; name it once");
            }
            index += part.length() + 1;
        }
        return new ArrayList<>(columns);
    }

    private static Condition where(String text) {
        return ConditionParser.read(text, ExportColumn.COLUMNS).match(Function.identity(), wrong -> {
            throw WrongRequestException.in("--where", text, wrong);
        });
    }

    private static String order(String text) {
        StringBuilder order = new StringBuilder();
        int index = 0;
        for (String part : text.split(",", -1)) {
            String[] words = part.strip().split("\\s+", 3);
            ExportColumn column = column("--sort", text, index, words[0]);
            String direction = words.length > 1 ? words[1].toLowerCase(Locale.ROOT) : "asc";
            if (words.length > 2 || !(direction.equals("asc") || direction.equals("desc"))) {
                throw WrongRequestException.at(
                        "--sort",
                        text,
                        index,
                        "expected columns, each with asc or desc; for example: --sort \"dpd desc, loan_no\"");
            }
            order.append(column.comparable())
                    .append(direction.equals("desc") ? " DESC" : "")
                    .append(" NULLS LAST, ");
            index += part.length() + 1;
        }
        return order.append("loan_no").toString();
    }

    private static ExportColumn column(String option, String text, int index, String name) {
        return ExportColumn.named(name)
                .orElseThrow(() -> WrongRequestException.at(option, text, index, ExportColumn.COLUMNS.unknown(name)));
    }
}
