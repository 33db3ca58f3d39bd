package org.arrears.run;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The templates that a run fills in.
 *
 * @param folder of the lender's own; empty for those that come with arrears
 * @param sha256 digest of them all when the run was asked for; empty if nobody has looked at them
 */
public record TemplateSet(Optional<Path> folder, Optional<String> sha256) {

    /** Those that come with arrears, not looked at. */
    public static final TemplateSet SHIPPED = new TemplateSet(Optional.empty(), Optional.empty());

    public TemplateSet {
        folder = folder.map(path -> path.toAbsolutePath().normalize());
    }

    /** A lender's own, not looked at. */
    public static TemplateSet in(Optional<Path> folder) {
        return new TemplateSet(folder, Optional.empty());
    }

    /** Says whether both are the same templates, as far as both have been looked at. */
    boolean mayBe(TemplateSet other) {
        return sha256.isEmpty() || other.sha256.isEmpty() || sha256.equals(other.sha256);
    }
}
