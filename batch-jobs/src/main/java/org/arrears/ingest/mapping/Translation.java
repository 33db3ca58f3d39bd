package org.arrears.ingest.mapping;

import java.util.Optional;
import org.arrears.ingest.kind.RejectCode;

/** How the values of a lender's column become ours. */
public interface Translation {

    /** Returns our value for the lender's, or empty if it cannot be one. */
    Optional<String> of(String value);

    RejectCode code();

    /** What is wrong with a value that cannot be translated, after the value. */
    String rule();
}
