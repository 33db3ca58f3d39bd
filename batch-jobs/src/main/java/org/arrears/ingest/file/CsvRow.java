package org.arrears.ingest.file;

import java.util.Objects;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;
import org.arrears.ingest.kind.FieldText;
import org.arrears.ingest.kind.RejectCode;
import org.arrears.ingest.kind.RowFields;
import org.arrears.ingest.mapping.Translation;
import org.jspecify.annotations.Nullable;

/** The text of one row of a file, translated as its mapping says. */
public final class CsvRow implements FieldText {

    private final Layout layout;
    private final String @Nullable [] mapped;
    private final RowFields fields = new RowFields(this);
    private @Nullable CSVRecord row;

    CsvRow(Layout layout) {
        this.layout = layout;
        this.mapped = layout.isMapped() ? new String[layout.kind().columns().size()] : null;
    }

    /** Returns the fields of the row that was begun last. */
    public RowFields fields() {
        return fields;
    }

    void start(CSVRecord next, long line) {
        row = next;
        fields.start(line);
        if (next.size() != layout.width()) {
            fields.reject(
                    RejectCode.WRONG_WIDTH,
                    "has " + RowFields.counted(next.size(), "field") + " where the header has " + layout.width());
        }
        if (mapped != null) {
            translate(mapped);
        }
    }

    private void translate(String[] target) {
        for (int i = 0; i < target.length; i++) {
            String value = original(i);
            Translation translation = layout.translation(i);
            target[i] = value.isEmpty() && layout.position(i) < 0 ? layout.constant(i) : value;
            if (translation != null && !value.isEmpty()) {
                Optional<String> ours = translation.of(value);
                target[i] = ours.orElse("");
                if (ours.isEmpty()) {
                    fields.reject(i, value, translation.code(), translation.rule());
                }
            }
        }
    }

    @Override
    public String value(int column) {
        return mapped == null ? original(column) : mapped[column];
    }

    @Override
    public String original(int column) {
        int position = layout.position(column);
        CSVRecord current = Objects.requireNonNull(row);
        return position < 0 || position >= current.size() ? "" : current.get(position);
    }

    @Override
    public boolean isTranslated(int column) {
        return mapped != null && layout.position(column) >= 0;
    }

    @Override
    public String name(int column) {
        return layout.name(column);
    }

    @Override
    public String label(int column) {
        return layout.label(column);
    }
}
