/** The facts of a loan as the lender states them. */
@org.jspecify.annotations.NullMarked
package org.arrears.core.loan;
