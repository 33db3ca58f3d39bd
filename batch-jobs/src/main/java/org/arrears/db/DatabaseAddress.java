package org.arrears.db;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where the database is.
 *
 * @param url a JDBC URL without passwords; empty for the embedded server in {@code home}
 * @param user the user; empty to leave it to the driver
 * @param passwordFile a file whose first line is the password; empty to leave it to {@code ~/.pgpass}
 * @param secrets passwords that stood in the URL, by the driver's names for them
 */
public record DatabaseAddress(
        Optional<String> url,
        Optional<String> user,
        Optional<Path> passwordFile,
        Path home,
        Map<String, String> secrets) {

    public DatabaseAddress {
        secrets = Map.copyOf(secrets);
    }

    public DatabaseAddress(Optional<String> url, Optional<String> user, Optional<Path> passwordFile, Path home) {
        this(url, user, passwordFile, home, Map.of());
    }

    /** Shows no password. */
    @Override
    public String toString() {
        return url.orElse("the embedded server in " + home);
    }
}
