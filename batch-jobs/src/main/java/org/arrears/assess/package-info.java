/** Loans replayed by partitions, assessments into tables. */
@org.jspecify.annotations.NullMarked
package org.arrears.assess;
