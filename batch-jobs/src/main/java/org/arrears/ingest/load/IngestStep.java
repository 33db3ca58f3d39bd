package org.arrears.ingest.load;

import org.arrears.run.StepName;

/** The steps that load what a lender delivers. */
public enum IngestStep implements StepName {
    INGEST_FILES
}
