/** Who is written to, decided once. */
@org.jspecify.annotations.NullMarked
package org.arrears.contact;
