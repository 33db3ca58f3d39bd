package org.arrears.ingest.load;

import java.util.Optional;
import org.arrears.ingest.file.InputFile;
import org.springframework.batch.core.step.StepExecution;

/**
 * A file whose delivery is loaded.
 *
 * @param sha256 of its bytes
 * @param taken what was taken from it; nothing if its content was known, so that it was not read
 */
record LoadedFile(InputFile file, String sha256, Optional<SourceFile> taken) {

    /** Counts its rows where Spring Batch counts them; what says nothing new is filtered. */
    void count(StepExecution execution) {
        SourceFile.Counts counts = taken.map(SourceFile::counts).orElse(SourceFile.Counts.NONE);
        execution.setReadCount(counts.rows());
        execution.setWriteCount(counts.written());
        execution.setFilterCount(counts.rows() - counts.rejected() - counts.written());
        execution.setProcessSkipCount(counts.rejected());
    }
}
