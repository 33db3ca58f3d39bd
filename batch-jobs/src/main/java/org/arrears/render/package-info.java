/** What holds for every template, of letters, messages and reports: what it may print, and how much of everything. */
@org.jspecify.annotations.NullMarked
package org.arrears.render;
