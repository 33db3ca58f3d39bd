/** Text from outside: shown safely, compared as the database does, spelt almost right. */
@org.jspecify.annotations.NullMarked
package org.arrears.core.text;
