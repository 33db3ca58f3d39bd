/** What happened, for people. */
@org.jspecify.annotations.NullMarked
package org.arrears.report;
