package org.arrears.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;
import org.arrears.guard.Ownership;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** An open database: a pool of connections to a migrated schema, and the embedded server behind it if there is one. */
public final class Database implements AutoCloseable {

    /** Connections that one command may hold: each assessment slot reads three streams and writes one. */
    private static final int POOL_SIZE = 24;

    /** What is before and after the name of the database. */
    private static final Pattern URL = Pattern.compile("(jdbc:postgresql:(?://[^/?]*/)?)[^?]*(\\?.*)?");

    private final HikariDataSource pool;
    private final Login login;
    private final Optional<EmbeddedServer> embedded;

    private Database(HikariDataSource pool, Login login, Optional<EmbeddedServer> embedded) {
        this.pool = pool;
        this.login = login;
        this.embedded = embedded;
    }

    /** Opens the database, starting the embedded server if no URL is given, and brings its schema up to date. */
    public static Database open(DatabaseAddress address) {
        return open(address, true);
    }

    /** Opens a database that must be there: makes no folder, no server and no schema to answer from. */
    public static Database openExisting(DatabaseAddress address) {
        if (address.url().isEmpty() && !EmbeddedServer.isIn(address.home())) {
            throw new ArrearsException(
                    FailureKind.DATABASE_UNAVAILABLE,
                    "there is no database in home " + address.home()
                            + (Files.isDirectory(address.home()) ? "" : ", which is not there itself")
                            + ": look at --home and --db, or load files first: arrears nightly; nothing was made");
        }
        return open(address, false);
    }

    private static Database open(DatabaseAddress address, boolean mayMakeSchema) {
        if (address.url().isPresent()) {
            String url = address.url().get();
            Login login =
                    Login.to(url, address.user(), address.passwordFile().map(Database::firstLine), address.secrets());
            return connect(url, login, Optional.empty(), mayMakeSchema);
        }
        EmbeddedServer server = EmbeddedServer.start(address.home());
        return connect(server.url(), server.login(), Optional.of(server), mayMakeSchema);
    }

    private static Database connect(String url, Login login, Optional<EmbeddedServer> embedded, boolean mayMakeSchema) {
        try {
            requireUsable(url, login, mayMakeSchema);
            Database database = new Database(pool(url, login), login, embedded);
            try {
                database.migrate(url);
                return database;
            } catch (RuntimeException | Error unusable) {
                database.pool.close();
                throw unusable;
            }
        } catch (RuntimeException | Error unusable) {
            embedded.ifPresent(EmbeddedServer::close);
            throw unusable;
        }
    }

    static HikariDataSource pool(String url, Login login) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setDataSourceProperties(login.properties());
        config.setMaximumPoolSize(POOL_SIZE);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(10_000);
        config.setInitializationFailTimeout(-1);
        config.setPoolName("arrears");
        return new HikariDataSource(config);
    }

    private static ArrearsException unusable(String url, String why) {
        return new ArrearsException(FailureKind.DATABASE_UNAVAILABLE, "database " + url + " cannot be used: " + why);
    }

    /** Connects for the first time, patiently, and looks whether it is a database that can hold what we store. */
    private static void requireUsable(String url, Login login, boolean mayMakeSchema) {
        try (Connection connection = login.connect(url)) {
            Optional<String> lacks = Requirements.lackingOf(connection, mayMakeSchema);
            if (lacks.isPresent()) {
                throw unusable(url, lacks.get());
            }
        } catch (SQLException refused) {
            ArrearsException failure = unusable(url, DatabaseFault.reason(refused));
            failure.initCause(refused);
            throw failure;
        }
    }

    private void migrate(String url) {
        try {
            Flyway flyway = schema(pool).load();
            requireNoNewerSchema(url, flyway.info());
            flyway.migrate();
        } catch (FlywayException refused) {
            throw new ArrearsException(
                    FailureKind.DATABASE_UNAVAILABLE,
                    "the schema of " + url + " cannot be brought up to date: " + reason(refused)
                            + "; see the upgrade chapter of the manual",
                    refused);
        }
    }

    /** Says where the schema and the scripts that make it are. */
    static FluentConfiguration schema(DataSource dataSource) {
        return Flyway.configure(Database.class.getClassLoader())
                .dataSource(dataSource)
                .schemas("arrears", "batch")
                .defaultSchema("arrears")
                .locations("classpath:org/arrears/db/migration")
                .ignoreMigrationPatterns(new String[0]);
    }

    private static String reason(FlywayException refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException broken) {
                return DatabaseFault.reason(broken);
            }
        }
        return String.valueOf(refused.getMessage()).lines().findFirst().orElse("");
    }

    /** Refuses a schema that a newer program has made: it may mean what this one does not know. */
    private static void requireNoNewerSchema(String url, MigrationInfoService schema) {
        MigrationInfo current = schema.current();
        if (current == null || current.getState().isResolved()) {
            return;
        }
        String known = Arrays.stream(schema.all())
                .filter(migration -> migration.getState().isResolved() && migration.getVersion() != null)
                .map(migration -> migration.getVersion().getVersion())
                .reduce("none", (lower, higher) -> higher);
        throw new ArrearsException(
                FailureKind.DATABASE_UNAVAILABLE,
                "the schema of " + url + " is of version " + current.getVersion()
                        + ", this program knows versions up to "
                        + known + ": a newer arrears has brought it up to date; use that one, or restore the backup"
                        + " from before the upgrade; nothing was read or written");
    }

    public DataSource dataSource() {
        return pool;
    }

    /** Opens a connection of its own outside the pool, for a lock that must live as long as the run. */
    public Connection connectAlone() throws SQLException {
        return login.connect(pool.getJdbcUrl());
    }

    /** Opens a connection to another database of the same server. */
    Connection connectTo(String name) throws SQLException {
        return login.connect(urlOf(name));
    }

    /** Opens another database of the same server; the server is not stopped with it. */
    Database sibling(String name) {
        return connect(urlOf(name), login, Optional.empty(), true);
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
}
