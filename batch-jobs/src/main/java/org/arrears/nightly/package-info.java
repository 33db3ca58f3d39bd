/** The pipeline: one job, its steps in order. */
@org.jspecify.annotations.NullMarked
package org.arrears.nightly;
