/** What stands between us and those outside: trusted owners, harmless text, hidden passwords. */
@org.jspecify.annotations.NullMarked
package org.arrears.guard;
