/** A second, plain implementation of the calculation spec; shares nothing with {@code core.replay}. */
@org.jspecify.annotations.NullMarked
package org.arrears.reference;
