package org.arrears.cli;

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
import javax.sql.DataSource;
import org.arrears.db.Database;
import org.arrears.db.DatabaseAddress;
import org.postgresql.ds.PGSimpleDataSource;

/** The one PostgreSQL server of this module's tests, kept under target, with fresh databases for whoever asks. */
final class TestServer {

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

    /** Makes a database, replacing one of an earlier test run; returns its URL. */
    static String freshDatabase(String name) {
        create(name, TEMPLATE);
        return url(name);
    }

    private static void create(String name, String template) {
        execute(
                "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)",
                "CREATE DATABASE " + name + " TEMPLATE " + template);
    }

    /** Does something to the server or its databases, as their owner. */
    static void execute(String... statements) {
        try (Connection connection = SERVER.connectAlone();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    static String url(String name) {
        try (Connection connection = SERVER.connectAlone()) {
            return connection.getMetaData().getURL().replaceFirst("/postgres(\\?.*)?$", "/" + name);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static DatabaseAddress address(String name) {
        return new DatabaseAddress(Optional.of(url(name)), Optional.of("arrears"), Optional.of(passwordFile()), HOME);
    }

    /** Connects to a database made here, to look into it. */
    static DataSource dataSource(String name) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url(name));
        source.setUser("arrears");
        source.setPassword(password());
        source.setCurrentSchema("arrears");
        return source;
    }

    private static String password() {
        try {
            return Files.readString(passwordFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The environment with which a command may connect to any database made here. */
    static Map<String, String> environment() {
        return Map.of(
                "ARREARS_DB_USER",
                "arrears",
                "ARREARS_DB_PASSWORD_FILE",
                passwordFile().toString());
    }

    private static Path passwordFile() {
        return HOME.resolve("postgres").resolve("password");
    }
}
