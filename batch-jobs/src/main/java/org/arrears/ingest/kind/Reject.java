package org.arrears.ingest.kind;

/**
 * A row that was not taken: the first thing wrong with it.
 *
 * @param line where the row begins in its file; the header is line 1
 * @param column the column at fault, empty if the row as a whole is
 */
public record Reject(long line, String column, String value, RejectCode code, String message) {}
