package org.arrears.ingest.load;

import java.nio.file.Path;
import java.util.Optional;
import org.arrears.ingest.file.InputFile;
import org.arrears.ingest.kind.FileKinds;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** What the execution context of a file's step execution holds: which file it is and, once it is taken, its content. */
final class FileContext {

    private static final String KIND = "kind";
    private static final String PATH = "path";
    private static final String BYTES = "bytes";
    private static final String CORRECTED = "corrected";
    private static final String SHA256 = "sha256";

    private FileContext() {}

    static void put(StepExecution execution, InputFile file) {
        ExecutionContext context = execution.getExecutionContext();
        context.putString(KIND, file.kind().code());
        context.putString(PATH, file.path().toString());
        context.putLong(BYTES, file.bytes());
        context.put(CORRECTED, file.corrected());
    }

    static InputFile file(StepExecution execution, FileKinds kinds) {
        ExecutionContext context = execution.getExecutionContext();
        return new InputFile(
                kinds.named(context.getString(KIND)),
                Path.of(context.getString(PATH)),
                context.getLong(BYTES),
                Boolean.TRUE.equals(context.get(CORRECTED)));
    }

    static void putSha256(StepExecution execution, String sha256) {
        execution.getExecutionContext().putString(SHA256, sha256);
    }

    static Optional<String> sha256(StepExecution execution) {
        ExecutionContext context = execution.getExecutionContext();
        return context.containsKey(SHA256) ? Optional.of(context.getString(SHA256)) : Optional.empty();
    }
}
