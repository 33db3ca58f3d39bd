/** Figures of an assessed date: one small class a report, and the list of them. */
@org.jspecify.annotations.NullMarked
package org.arrears.report;
