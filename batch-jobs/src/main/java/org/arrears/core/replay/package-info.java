/** The replay: from facts to an assessment, to the cent. */
@org.jspecify.annotations.NullMarked
package org.arrears.core.replay;
