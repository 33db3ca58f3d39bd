package org.arrears.run;

import org.springframework.batch.infrastructure.item.ExecutionContext;

/** The work of one partition in one transaction; the context and the database are all that it is given. */
public interface PartitionWork {

    /** Does it; returns what it has done. */
    StepCounts run(ExecutionContext partition) throws Exception;
}
