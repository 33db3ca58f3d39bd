package org.arrears.ingest;

/**
 * A row that was not taken: the first thing wrong with it.
 *
 * @param line where the row begins in its file; the header is line 1
 * @param column the column at fault, empty if the row as a whole is
 */
record Reject(long line, String column, String value, RejectCode code, String message) {}
