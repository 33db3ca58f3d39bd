/** Tests of the sample-data generator. */
@org.jspecify.annotations.NullMarked
package org.arrears.sample;
