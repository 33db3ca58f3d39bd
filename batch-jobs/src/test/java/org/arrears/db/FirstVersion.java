package org.arrears.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.arrears.disk.PrivateFiles;

/** What version 0.1.0 made of a home folder. */
final class FirstVersion {

    static final String PASSWORD = "0123456789abcdef0123456789abcdef0123456789abcdef";

    private static final String SETTINGS = """
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            max_connections = 100
            shared_buffers = 256MB
            wal_level = minimal
            max_wal_senders = 0
            timezone = 'UTC'
            """;

    /** Makes it with its superuser and its schema, as the server was left by a command that ended. */
    static Path dataFolder(Path home, ServerPrograms programs) throws Exception {
        Path folder = Files.createDirectory(
                home.resolve("postgres"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path password = folder.resolve("password");
        PrivateFiles.append(password, PASSWORD);
        String data = folder.resolve("data").toString();
        programs.run(
                "",
                "initdb",
                List.of(
                        "-D",
                        data,
                        "-U",
                        "arrears",
                        "-A",
                        "scram-sha-256",
                        "--pwfile",
                        password.toString(),
                        "-E",
                        "UTF8",
                        "--no-locale",
                        "--no-sync"));
        Files.writeString(Path.of(data, "postgresql.conf"), SETTINGS, StandardOpenOption.APPEND);
        int port = freePort();
        String log = folder.resolve("server.log").toString();
        programs.run("", "pg_ctl", List.of("-D", data, "-l", log, "-w", "-o", "-p " + port, "start"));
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
        DatabaseAddress address =
                new DatabaseAddress(Optional.of(url), Optional.of("arrears"), Optional.of(password), home);
        try (Database database = Database.open(address);
                Connection superuser = DriverManager.getConnection(url, "arrears", PASSWORD)) {
            assertEquals("on", ask(superuser, "SHOW is_superuser"));
            assertTrue(database.connectAlone().isValid(5));
            execute(
                    superuser,
                    "INSERT INTO arrears.customer (customer_no, name, file_no, line) VALUES ('C1', 'kept', 1, 2)",
                    "CREATE DATABASE postgres_dry_run");
        } finally {
            programs.run("", "pg_ctl", List.of("-D", data, "-m", "fast", "-w", "stop"));
        }
        return folder;
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    static String ask(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    static void execute(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
