package org.arrears.cli;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import org.arrears.db.Database;
import org.arrears.db.DatabaseAddress;

/** The one PostgreSQL server of this module's tests, kept under target, with fresh databases for whoever asks. */
final class TestServer {

    private static final Path HOME = Path.of("target", "test-server").toAbsolutePath();
    private static final Database SERVER = start();
    private static final String TEMPLATE = template();

    private TestServer() {}

    private static Database start() {
        Database server = Database.open(
                new DatabaseAddress(Optional.empty(), Optional.empty(), Optional.empty(), HOME));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop-test-server"));
        return server;
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
        try (Connection connection = SERVER.connectAlone();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
            statement.execute("CREATE DATABASE " + name + " TEMPLATE " + template);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String url(String name) {
        try (Connection connection = SERVER.connectAlone()) {
            return connection.getMetaData().getURL().replaceFirst("/postgres(\\?.*)?$", "/" + name);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The address of a database made here, for tests that look into it. */
    static DatabaseAddress address(String name) {
        return new DatabaseAddress(
                Optional.of(url(name)), Optional.of("arrears"), Optional.of(passwordFile()), HOME);
    }

    /** The environment with which a command may connect to any database made here. */
    static Map<String, String> environment() {
        return Map.of(
                "ARREARS_DB_USER", "arrears", "ARREARS_DB_PASSWORD_FILE", passwordFile().toString());
    }

    private static Path passwordFile() {
        return HOME.resolve("postgres").resolve("password");
    }
}
