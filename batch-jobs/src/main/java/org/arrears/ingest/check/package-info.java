/** A delivery is checked as a load would, without a database. */
@org.jspecify.annotations.NullMarked
package org.arrears.ingest.check;
