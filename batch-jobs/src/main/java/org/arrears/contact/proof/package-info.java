/** Reads printed letters back from their PDF: what of it a person can see, and where the rest has gone. */
@org.jspecify.annotations.NullMarked
package org.arrears.contact.proof;
