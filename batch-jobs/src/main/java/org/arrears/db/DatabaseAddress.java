package org.arrears.db;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the database is.
 *
 * @param url a JDBC URL; empty for the embedded server in {@code home}
 * @param user the user; empty to leave it to the driver
 * @param passwordFile a file whose first line is the password; empty to leave it to {@code ~/.pgpass}
 */
public record DatabaseAddress(Optional<String> url, Optional<String> user, Optional<Path> passwordFile, Path home) {}
