/** Conditions on rows: read from a text, asked in the database or in memory, with one answer. */
@org.jspecify.annotations.NullMarked
package org.arrears.core.condition;
