package org.arrears.export;

import java.util.List;

/**
 * A condition on rows, as SQL over the export's columns with its values apart.
 *
 * @param sql made only of column names, operators and {@code ?}
 * @param parameters the values of the {@code ?} in order: text, integers, decimals, dates
 */
record Filter(String sql, List<Object> parameters) {

    static final Filter ALL_ROWS = new Filter("true", List.of());

    Filter {
        parameters = List.copyOf(parameters);
        if (sql.chars().filter(c -> c == '?').count() != parameters.size()) {
            throw new IllegalStateException("parameters: " + parameters.size() + " for " + sql);
        }
    }
}
