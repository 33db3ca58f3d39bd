/** Business days, rolling of due dates, and day counts. */
@org.jspecify.annotations.NullMarked
package org.arrears.core.calendar;
