package org.arrears.db;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The one PostgreSQL server of this module's tests, kept under target, with fresh databases for whoever asks. */
public final class TestServer {

    private static final Path HOME = folder();
    private static final Database SERVER = start();
    private static final String TEMPLATE = template();

    private TestServer() {}

    private static Path folder() {
        try {
            return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "test-server-");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static Database start() {
        Database server =
                Database.open(new DatabaseAddress(Optional.empty(), Optional.empty(), Optional.empty(), HOME));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "stop-test-server"));
        return server;
    }

    private static void stop(Database server) {
        server.close();
        try (Stream<Path> paths = Files.walk(HOME)) {
            paths.sorted(Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        } catch (IOException kept) {
            throw new UncheckedIOException(kept);
        }
    }

    /** A database with the schema and nothing in it, to copy. */
    private static String template() {
        create("migrated", "template0");
        Database.open(address("migrated")).close();
        return "migrated";
    }

    /** Makes a database, replacing one of an earlier test run, and opens it. */
    public static Database freshDatabase(String name) {
        create(name, TEMPLATE);
        return open(name);
    }

    /** Opens a database made here as it is. */
    static Database open(String name) {
        return Database.open(address(name));
    }

    /** Makes a database whose schema is that of an earlier version, and connects to it. */
    static Connection ofSchemaVersion(String name, String version) throws SQLException {
        create(name, "template0");
        String url = address(name).url().orElseThrow();
        Login login = Login.to(url, Optional.of("arrears"), Optional.of(password()), Map.of());
        try (HikariDataSource pool = Database.pool(url, login)) {
            Database.schema(pool).target(version).load().migrate();
        }
        return login.connect(url);
    }

    private static String password() {
        try {
            return Files.readString(HOME.resolve("postgres").resolve("password"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Opens a database that was made before. */
    public static Database again(String name) {
        return Database.open(address(name));
    }

    private static void create(String name, String template) {
        try (Connection connection = SERVER.connectAlone();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
            statement.execute("CREATE DATABASE " + name + " TEMPLATE " + template);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static DatabaseAddress address(String name) {
        try (Connection connection = SERVER.connectAlone()) {
            String url = connection.getMetaData().getURL().replaceFirst("/postgres(\\?.*)?$", "/" + name);
            Path password = HOME.resolve("postgres").resolve("password");
            return new DatabaseAddress(Optional.of(url), Optional.of("arrears"), Optional.of(password), HOME);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
