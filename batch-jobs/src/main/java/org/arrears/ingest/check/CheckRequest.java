package org.arrears.ingest.check;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.arrears.core.policy.RejectBudget;
import org.arrears.ingest.file.Dialect;

/**
 * What is to be checked and how.
 *
 * @param required kinds of file that a folder must have
 * @param rejectFolder where reject files are written, if anywhere
 * @param unwritable the first character of a text, as {@code U+20BB7}, that notices cannot show
 * @param shown how many rejected rows are kept for the screen
 */
public record CheckRequest(
        List<Path> paths,
        Dialect dialect,
        RejectBudget maxRejects,
        List<String> required,
        Optional<Path> rejectFolder,
        Function<String, Optional<String>> unwritable,
        int shown) {

    public CheckRequest {
        paths = List.copyOf(paths);
        required = List.copyOf(required);
    }
}
