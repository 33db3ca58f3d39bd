/** How a lender collects, read strictly from one YAML file. */
@org.jspecify.annotations.NullMarked
package org.arrears.core.policy;
