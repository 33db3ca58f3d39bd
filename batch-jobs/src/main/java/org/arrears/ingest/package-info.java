/** Input files into tables. */
@org.jspecify.annotations.NullMarked
package org.arrears.ingest;
