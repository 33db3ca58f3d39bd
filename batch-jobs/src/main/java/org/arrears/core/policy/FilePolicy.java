package org.arrears.core.policy;

import java.nio.charset.Charset;
import java.util.List;

/**
 * What is expected of the input files.
 *
 * @param maxUnpacked bytes that a packed file may have when it is unpacked
 */
public record FilePolicy(Charset charset, RejectBudget maxRejects, List<String> required, long maxUnpacked) {

    /** 20 GiB. */
    public static final long MAX_UNPACKED = 20L << 30;

    public FilePolicy {
        required = List.copyOf(required);
    }

    public FilePolicy(Charset charset, RejectBudget maxRejects, List<String> required) {
        this(charset, maxRejects, required, MAX_UNPACKED);
    }
}
