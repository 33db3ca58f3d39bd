package org.arrears.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;
import org.arrears.guard.Ownership;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** An open database: a pool of connections to a migrated schema, and the embedded server behind it if there is one. */
public final class Database implements AutoCloseable {

    /** Connections that one command may hold: each assessment slot reads three streams and writes one. */
    private static final int POOL_SIZE = 24;

    private static final int OLDEST_VERSION = 15;

    /** What is before and after the name of the database. */
    private static final Pattern URL = Pattern.compile("(jdbc:postgresql:(?://[^/?]*/)?)[^?]*(\\?.*)?");

    private final HikariDataSource pool;
    private final Properties login;
    private final Optional<EmbeddedServer> embedded;

    private Database(HikariDataSource pool, Properties login, Optional<EmbeddedServer> embedded) {
        this.pool = pool;
        this.login = login;
        this.embedded = embedded;
    }

    /** Opens the database, starting the embedded server if no URL is given, and brings its schema up to date. */
    public static Database open(DatabaseAddress address) {
        Properties login = new Properties();
        login.setProperty("ApplicationName", "arrears");
        login.setProperty("currentSchema", "arrears");
        login.setProperty("tcpKeepAlive", "true");
        login.setProperty("reWriteBatchedInserts", "true");
        address.user().ifPresent(user -> login.setProperty("user", user));
        address.passwordFile().ifPresent(file -> login.setProperty("password", firstLine(file)));
        address.secrets().forEach(login::setProperty);
        if (address.url().isPresent()) {
            return connect(address.url().get(), login, Optional.empty());
        }
        EmbeddedServer server = EmbeddedServer.start(address.home());
        login.setProperty("user", EmbeddedServer.USER);
        login.setProperty("password", server.password());
        return connect(server.url(), login, Optional.of(server));
    }

    private static Database connect(String url, Properties login, Optional<EmbeddedServer> embedded) {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new ArrearsException(
                    FailureKind.CONFIGURATION_INVALID,
                    "database URL \"" + url + "\" is not for PostgreSQL: give jdbc:postgresql://HOST:PORT/NAME");
        }
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setDataSourceProperties(login);
        config.setMaximumPoolSize(POOL_SIZE);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(10_000);
        config.setPoolName("arrears");
        try {
            HikariDataSource pool = new HikariDataSource(config);
            Database database = new Database(pool, login, embedded);
            try {
                database.requireVersion(url);
                database.migrate(url);
                return database;
            } catch (ArrearsException unusable) {
                pool.close();
                throw unusable;
            }
        } catch (PoolInitializationException unreachable) {
            embedded.ifPresent(EmbeddedServer::close);
            throw unavailable(url, unreachable);
        } catch (ArrearsException unusable) {
            embedded.ifPresent(EmbeddedServer::close);
            throw unusable;
        }
    }

    private static ArrearsException unavailable(String url, Exception cause) {
        return new ArrearsException(
                FailureKind.DATABASE_UNAVAILABLE,
                "database " + url + " cannot be used: " + rootMessage(cause)
                        + "; check the URL, ARREARS_DB_USER and the password, then run the same command again",
                cause);
    }

    private void requireVersion(String url) {
        try (Connection connection = pool.getConnection()) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST_VERSION) {
                throw new ArrearsException(
                        FailureKind.DATABASE_UNAVAILABLE,
                        "database " + url + " is PostgreSQL " + version + ": version " + OLDEST_VERSION
                                + " or newer is needed");
            }
        } catch (SQLException broken) {
            throw unavailable(url, broken);
        }
    }

    private void migrate(String url) {
        try {
            Flyway.configure(Database.class.getClassLoader())
                    .dataSource(pool)
                    .schemas("arrears", "batch")
                    .defaultSchema("arrears")
                    .locations("classpath:org/arrears/db/migration")
                    .load()
                    .migrate();
        } catch (FlywayException refused) {
            throw new ArrearsException(
                    FailureKind.DATABASE_UNAVAILABLE,
                    "the schema of " + url + " cannot be brought up to date: " + rootMessage(refused)
                            + "; see the upgrade chapter of the manual",
                    refused);
        }
    }

    public DataSource dataSource() {
        return pool;
    }

    /** Opens a connection of its own outside the pool, for a lock that must live as long as the run. */
    public Connection connectAlone() throws SQLException {
        return DriverManager.getConnection(pool.getJdbcUrl(), login);
    }

    /** Opens a connection to another database of the same server. */
    Connection connectTo(String name) throws SQLException {
        return DriverManager.getConnection(urlOf(name), login);
    }

    /** Opens another database of the same server; the server is not stopped with it. */
    Database sibling(String name) {
        return connect(urlOf(name), login, Optional.empty());
    }

    private String urlOf(String name) {
        Matcher parts = URL.matcher(pool.getJdbcUrl());
        if (!parts.matches()) {
            throw new IllegalStateException("no database name in " + pool.getJdbcUrl());
        }
        String parameters = parts.group(2) == null ? "" : parts.group(2);
        return parts.group(1) + URLEncoder.encode(name, StandardCharsets.UTF_8) + parameters;
    }

    String name() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return connection.getCatalog();
        }
    }

    /** Closes the connections that wait to be used again. */
    void letGo() {
        pool.getHikariPoolMXBean().softEvictConnections();
    }

    /** Stops the server and opens nothing more; for the embedded server only if nobody else uses it. */
    @Override
    public void close() {
        pool.close();
        embedded.ifPresent(EmbeddedServer::close);
    }

    private static String firstLine(Path file) {
        Ownership.requirePrivate("password file", file);
        try {
            return Files.readAllLines(file).stream().findFirst().orElse("");
        } catch (IOException unreadable) {
            throw new ArrearsException(
                    FailureKind.CONFIGURATION_INVALID,
                    "password file " + file + " cannot be read: " + unreadable.getMessage(),
                    unreadable);
        }
    }

    private static String rootMessage(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    }
}
