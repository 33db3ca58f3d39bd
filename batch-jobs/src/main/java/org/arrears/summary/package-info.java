/** What a run did: its counts, what else it has to say, and the forms in which both are told. */
@org.jspecify.annotations.NullMarked
package org.arrears.summary;
