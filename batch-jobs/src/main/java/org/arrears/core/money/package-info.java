/** Amounts in minor units, exact rates, and the one rounding. */
@org.jspecify.annotations.NullMarked
package org.arrears.core.money;
