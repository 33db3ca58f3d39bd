package org.arrears.ingest;

import java.sql.SQLException;
import java.util.List;

/** Rows of customers files into {@code customer}. */
final class CustomerTable implements Destination {

    @Override
    public String table() {
        return "customer";
    }

    @Override
    public List<String> key() {
        return List.of("customer_no");
    }

    @Override
    public List<String> columns() {
        return FileKind.CUSTOMERS.columns().stream().map(Column::name).toList();
    }

    @Override
    public void write(RowFields row, RowSink out, int fileNo) throws SQLException {
        String customerNo = row.key(0);
        String name = row.requiredText(1);
        String[] rest = new String[columns().size() - 2];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = row.textOrEmpty(i + 2);
        }
        if (row.isGood()) {
            out.row().text(customerNo).text(name);
            for (String value : rest) {
                out.textOrNull(value);
            }
            out.integer(fileNo).integer(row.line());
        }
    }
}
