package org.arrears.ingest.kind;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Customers files: who is to be reached, and where. */
final class CustomersFile implements FileKind {

    private static final Columns COLUMNS = Columns.of(
            Column.text("customer_no").needed().onNotices(),
            Column.text("name").needed().personName().onNotices(),
            Column.text("id_no").personal(),
            Column.text("phone").personal().onNotices(),
            Column.text("email").personal(),
            Column.text("address").personal().onNotices(),
            Column.text("postal_code").onNotices(),
            Column.text("region"),
            Column.text("language"));

    @Override
    public String code() {
        return "customers";
    }

    @Override
    public String table() {
        return "customer";
    }

    @Override
    public Columns columns() {
        return COLUMNS;
    }

    @Override
    public List<String> key() {
        return List.of("customer_no");
    }

    @Override
    public Optional<Target> identifies() {
        return Optional.of(Target.CUSTOMER);
    }

    @Override
    public void write(RowFields row, LoanCurrencies currencies, RowSink out) throws SQLException {
        String customerNo = row.key(0);
        String name = row.requiredText(1);
        String[] rest = new String[COLUMNS.size() - 2];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = row.textOrEmpty(i + 2);
        }
        if (row.isGood()) {
            out.row().text(customerNo).text(name);
            for (String value : rest) {
                out.textOrNull(value);
            }
        }
    }
}
