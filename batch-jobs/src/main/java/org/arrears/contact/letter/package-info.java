/** Letters: whom one reaches, print runs as PDF, and the list that says which letter is where. */
@org.jspecify.annotations.NullMarked
package org.arrears.contact.letter;
