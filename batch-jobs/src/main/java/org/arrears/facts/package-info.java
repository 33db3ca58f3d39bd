/** The facts of loans as the database holds them, read as streams. */
@org.jspecify.annotations.NullMarked
package org.arrears.facts;
