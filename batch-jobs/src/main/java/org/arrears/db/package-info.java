/** The database: embedded or a server, its migrations, and COPY. */
@org.jspecify.annotations.NullMarked
package org.arrears.db;
