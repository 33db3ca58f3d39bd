/** What lies in an inbox, what is loaded together, and what comes back to the sender. */
@org.jspecify.annotations.NullMarked
package org.arrears.ingest.inbox;
