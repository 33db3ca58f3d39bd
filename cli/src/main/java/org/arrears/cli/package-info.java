/** The commands and their printers. */
@org.jspecify.annotations.NullMarked
package org.arrears.cli;
