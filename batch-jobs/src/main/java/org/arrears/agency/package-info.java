/** Accounts to agencies and back. */
@org.jspecify.annotations.NullMarked
package org.arrears.agency;
