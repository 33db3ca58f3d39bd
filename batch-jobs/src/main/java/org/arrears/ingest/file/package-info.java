/** Text into rows: packing, characters, CSV, and what was stated of a file. */
@org.jspecify.annotations.NullMarked
package org.arrears.ingest.file;
