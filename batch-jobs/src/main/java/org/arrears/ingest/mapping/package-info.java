/** How a lender's own columns, dates, decimals and codes become ours. */
@org.jspecify.annotations.NullMarked
package org.arrears.ingest.mapping;
