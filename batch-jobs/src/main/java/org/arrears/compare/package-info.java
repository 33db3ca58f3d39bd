/** What a change of policy would do, shown before anyone commits to it. */
@org.jspecify.annotations.NullMarked
package org.arrears.compare;
