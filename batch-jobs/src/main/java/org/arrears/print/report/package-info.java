/** A report on its way out: one page of facts and tables, and the forms it is written in. */
@org.jspecify.annotations.NullMarked
package org.arrears.print.report;
