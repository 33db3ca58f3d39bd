/** A file for somebody: who gets it, what its columns are, what it adds up to, read back before it counts. */
@org.jspecify.annotations.NullMarked
package org.arrears.outbound;
