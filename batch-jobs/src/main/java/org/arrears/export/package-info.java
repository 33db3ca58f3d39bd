/** Ad-hoc files of accounts. */
@org.jspecify.annotations.NullMarked
package org.arrears.export;
