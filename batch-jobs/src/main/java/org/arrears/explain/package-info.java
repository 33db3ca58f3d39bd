/** One loan's assessment, every cent explained: as text, JSON and HTML. */
@org.jspecify.annotations.NullMarked
package org.arrears.explain;
