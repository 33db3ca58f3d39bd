/** Run records, the lock, and restart. */
@org.jspecify.annotations.NullMarked
package org.arrears.run;
