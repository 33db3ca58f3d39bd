package org.arrears.ingest.kind;

/** The text of the row that is being read, by our columns. */
public interface FieldText {

    /** Returns a field in our format, empty if the column is not in the file. */
    String value(int column);

    /** Returns a field as it stands in the file, empty if it is not in it. */
    String original(int column);

    /** Says whether a field in the file may look different from ours. */
    boolean isTranslated(int column);

    /** Returns our name of a column. */
    String name(int column);

    /** Returns our name of a column, and the file's if it has another. */
    String label(int column);
}
