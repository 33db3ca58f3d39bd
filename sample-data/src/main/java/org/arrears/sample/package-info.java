/** Makes believable loan files of any size from a seed. */
@org.jspecify.annotations.NullMarked
package org.arrears.sample;
