package org.arrears.ingest.kind;

/** What a kind may do to bring its staged rows, as rows {@code s}, into its table. */
public interface Merge {

    /** Returns the table in which the rows are staged; their own table if that was empty. */
    String stage();

    /** Says whether the rows are in their table already. */
    boolean isStagedInItsTable();

    /** Says whether the rows are corrected ones of a reject file, which are only a part of what they name. */
    boolean isCorrected();

    /** Inserts new keys and updates changed rows. */
    void upsert();

    /**
     * Puts gathered rows into their table, in place of those of the same loan unless they say the same.
     *
     * @param gathered a query for all columns of that table
     */
    void put(String gathered);

    /** Inserts new keys; what is there already is the same, or a check has thrown it out. */
    void append();

    /** Notes that all loans in the stage have changed. */
    void noteAllLoans();

    /**
     * Returns the condition, after others, under which a row may change what is there; counts those that may not.
     *
     * @param same that a stored row {@code t2} is what the staged row changes
     */
    String unlessLater(String same);

    /** Returns the condition that the row with an alias has the key of the staged row. */
    String sameKey(String alias);

    void run(String sql);
}
