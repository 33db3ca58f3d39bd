/** A delivery becomes facts: staged, checked against the tables, merged. */
@org.jspecify.annotations.NullMarked
package org.arrears.ingest.load;
