/** What stands between us and those outside: private files, trusted owners, harmless text, hidden passwords. */
@org.jspecify.annotations.NullMarked
package org.arrears.guard;
