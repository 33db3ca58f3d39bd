package org.arrears.run;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A policy as an earlier run kept it.
 *
 * @param templates the folder of the templates that the run filled in; empty for those that come with arrears
 */
public record StoredPolicy(String yaml, Optional<Path> templates) {}
