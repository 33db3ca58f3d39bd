/** The kinds of input file: one class each, and a list of them; nothing outside says what a kind is. */
@org.jspecify.annotations.NullMarked
package org.arrears.ingest.kind;
