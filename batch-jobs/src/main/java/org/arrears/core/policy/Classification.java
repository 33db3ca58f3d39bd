package org.arrears.core.policy;

/**
 * A scheme of classes by days past due.
 *
 * @param scheme its name in the policy
 * @param source where it is published
 */
public record Classification(String scheme, String source, NamedRanges classes) {}
