/** Which accounts go to which agency and which come back, as a pure function of facts, memory, policy and date. */
@org.jspecify.annotations.NullMarked
package org.arrears.core.placement;
