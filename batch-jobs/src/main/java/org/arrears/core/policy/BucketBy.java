package org.arrears.core.policy;

/** What puts an account in its bucket. */
public enum BucketBy {
    DPD,
    MISSED_INSTALLMENTS
}
