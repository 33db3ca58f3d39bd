package org.arrears.db;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/**
 * How this program logs in: as whom, and only where the server proves who it is.
 *
 * <p>SCRAM proves to each side that the other knows the password, and shows it to neither. A server that asks for less,
 * or for nothing, may be anybody's; it is believed only if its certificate was checked or the URL names what to accept.
 */
final class Login {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Full, and starting, stopping or recovering. */
    private static final Set<String> PASSING = Set.of("53300", "57P03");

    private final Properties properties;
    private final Duration patience;

    private Login(Properties properties, Duration patience) {
        this.properties = properties;
        this.patience = patience;
    }

    static Login to(String url, Optional<String> user, Optional<String> password, Map<String, String> secrets) {
        Properties named = parsed(url);
        Properties login = new Properties();
        login.setProperty("ApplicationName", OsProcess.current().applicationName());
        login.setProperty("currentSchema", "arrears");
        login.setProperty("tcpKeepAlive", "true");
        login.setProperty("reWriteBatchedInserts", "true");
        user.ifPresent(name -> login.setProperty("user", name));
        password.ifPresent(secret -> login.setProperty("password", secret));
        secrets.forEach(login::setProperty);
        if (!certificateIsChecked(named)) {
            // What the URL itself says under this name takes precedence.
            login.setProperty(PGProperty.REQUIRE_AUTH.getName(), "scram-sha-256");
        }
        String seconds = PGProperty.LOGIN_TIMEOUT.getOrNull(named);
        return new Login(
                login,
                seconds != null && seconds.matches("[1-9][0-9]{0,5}")
                        ? Duration.ofSeconds(Long.parseLong(seconds))
                        : PATIENCE);
    }

    private static Properties parsed(String url) {
        Properties named = url.startsWith("jdbc:postgresql:") ? Driver.parseURL(url, null) : null;
        if (named == null) {
            throw new ArrearsException(
                    FailureKind.CONFIGURATION_INVALID,
                    "database URL \"" + url + "\" is not for PostgreSQL: give jdbc:postgresql://HOST:PORT/NAME");
        }
        return named;
    }

    private static boolean certificateIsChecked(Properties named) {
        String mode = PGProperty.SSL_MODE.getOrNull(named);
        boolean asked = mode == null ? isOn(PGProperty.SSL.getOrNull(named)) : mode.startsWith("verify-");
        return asked && PGProperty.SSL_FACTORY.getOrNull(named) == null;
    }

    private static boolean isOn(@Nullable String ssl) {
        return ssl != null && (ssl.isEmpty() || Boolean.parseBoolean(ssl));
    }

    Properties properties() {
        return properties;
    }

    /** Connects once. */
    Connection connectNow(String url) throws SQLException {
        return DriverManager.getConnection(url, properties);
    }

    /** Connects; a server that is full or on its way up or down is waited for, as long as {@code loginTimeout} says. */
    Connection connect(String url) throws SQLException {
        for (Patience waited = new Patience(patience); ; waited.rest()) {
            try {
                return connectNow(url);
            } catch (SQLException refused) {
                if (!PASSING.contains(String.valueOf(refused.getSQLState())) || waited.isOver()) {
                    throw refused;
                }
            }
        }
    }
}
