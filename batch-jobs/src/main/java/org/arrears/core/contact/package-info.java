/** Who is reached, by which stage, and why not: pure functions of facts, memory, policy and date. */
@org.jspecify.annotations.NullMarked
package org.arrears.core.contact;
