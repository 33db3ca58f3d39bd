/** What people read: columns of a screen, and files that they may open in a spreadsheet. */
@org.jspecify.annotations.NullMarked
package org.arrears.print;
