/** A folder made visible, and with it what it tells. */
@org.jspecify.annotations.NullMarked
package org.arrears.publish;
