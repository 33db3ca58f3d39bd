/** Files that stay ours: private, on disk before they count, and named when they cannot be written. */
@org.jspecify.annotations.NullMarked
package org.arrears.disk;
