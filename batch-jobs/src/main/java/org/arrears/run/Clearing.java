package org.arrears.run;

import org.springframework.batch.infrastructure.item.ExecutionContext;

/** Takes away what an earlier attempt has left of a partition, so that it is done from its first row. */
public interface Clearing {

    /** Deletes it, in a transaction that asks for the lease. */
    void clear(ExecutionContext partition);
}
