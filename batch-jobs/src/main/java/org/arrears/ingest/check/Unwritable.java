package org.arrears.ingest.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.arrears.ingest.kind.Column;
import org.arrears.ingest.kind.FileKind;
import org.arrears.ingest.kind.RowFields;

/** Counts the rows of a file that notices cannot show, column by column: such notices are not sent. */
final class Unwritable {

    private final Function<String, Optional<String>> look;
    private final List<Seen> columns = new ArrayList<>();

    Unwritable(FileKind kind, Function<String, Optional<String>> look) {
        this.look = look;
        for (int i = 0; i < kind.columns().size(); i++) {
            Column column = kind.columns().get(i);
            if (column.printed()) {
                columns.add(new Seen(i, column.name()));
            }
        }
    }

    void look(RowFields row) {
        for (Seen column : columns) {
            look.apply(row.raw(column.place)).ifPresent(character -> column.add(row.line(), character));
        }
    }

    /** Returns a line about each column that has such rows. */
    List<String> notes() {
        return columns.stream()
                .filter(column -> column.rows > 0)
                .map(Seen::note)
                .toList();
    }

    /** What one column has of them. */
    private static final class Seen {

        private final int place;
        private final String name;
        private long rows;
        private String first = "";

        Seen(int place, String name) {
            this.place = place;
            this.name = name;
        }

        void add(long line, String character) {
            if (rows == 0) {
                first = "line " + line + ", " + character;
            }
            rows++;
        }

        String note() {
            return name + " of " + rows + (rows == 1 ? " row" : " rows")
                    + " has a character that the font of the letters" + " cannot print (" + first
                    + "): letters to them are not sent (missing-glyph)";
        }
    }
}
