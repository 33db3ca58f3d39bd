/** Why a command cannot go on, and whose fault it is. */
@org.jspecify.annotations.NullMarked
package org.arrears.failure;
