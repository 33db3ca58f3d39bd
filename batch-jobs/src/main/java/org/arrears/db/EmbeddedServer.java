package org.arrears.db;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;
import org.arrears.guard.Ownership;
import org.arrears.guard.PrivateFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server in the home folder, started by the first command that needs it and stopped by the last.
 *
 * <p>A server left running by a killed command is used as it is. A file lock keeps two commands from starting or
 * stopping it at once. It listens on the loopback address only, with a random password kept in home.
 */
final class EmbeddedServer implements AutoCloseable {

    static final String USER = "arrears";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final String SETTINGS = """
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            max_connections = 100
            shared_buffers = 256MB
            work_mem = 64MB
            random_page_cost = 1.1
            maintenance_work_mem = 256MB
            max_wal_size = 4GB
            checkpoint_timeout = 30min
            wal_level = minimal
            max_wal_senders = 0
            jit = off
            timezone = 'UTC'
            """;

    private final Path folder;
    private final Path data;
    private final Path programs;
    private final String password;

    private EmbeddedServer(Path folder, Path programs, String password) {
        this.folder = folder;
        this.data = folder.resolve("data");
        this.programs = programs;
        this.password = password;
    }

    /** Returns the server of a home folder, unpacked, initialised and running. */
    static EmbeddedServer start(Path home) {
        Path folder = home.toAbsolutePath().normalize().resolve("postgres");
        try {
            PrivateFiles.createFolders(folder);
            Ownership.requireOwn("the database's folder", folder);
            try (FileChannel channel = lockFile(folder);
                    FileLock lock = channel.lock()) {
                LOG.debug("holding {}", lock);
                Path programs = ServerBinaries.unpackedIn(folder);
                EmbeddedServer server = new EmbeddedServer(folder, programs, passwordIn(folder));
                server.initialise();
                server.startIfStopped();
                return server;
            }
        } catch (IOException failed) {
            throw unavailable("cannot be started in " + folder + ": " + failed.getMessage(), failed);
        }
    }

    private static FileChannel lockFile(Path folder) throws IOException {
        return PrivateFiles.openLock(folder.resolve("lock"));
    }

    private static String passwordIn(Path folder) throws IOException {
        Path file = folder.resolve("password");
        if (!Files.exists(file)) {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            Path partial = Files.createTempFile(folder, "password", ".new");
            PrivateFiles.append(partial, HexFormat.of().formatHex(random));
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file);
    }

    private void initialise() throws IOException {
        if (Files.isDirectory(data)) {
            return;
        }
        Path partial = Files.createTempDirectory(folder, "data-");
        String passwordFile = folder.resolve("password").toString();
        run(
                "initdb",
                "-D",
                partial.toString(),
                "-U",
                USER,
                "-A",
                "scram-sha-256",
                "--pwfile",
                passwordFile,
                "-E",
                "UTF8",
                "--no-locale",
                "--no-sync");
        PrivateFiles.append(partial.resolve("postgresql.conf"), SETTINGS);
        Files.move(partial, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private void startIfStopped() throws IOException {
        if (runningPort().isPresent()) {
            return;
        }
        Files.deleteIfExists(data.resolve("postmaster.pid"));
        run(
                "pg_ctl",
                "-D",
                data.toString(),
                "-l",
                folder.resolve("server.log").toString(),
                "-w",
                "-t",
                "120",
                "-o",
                "-p " + freePort(),
                "start");
    }

    /** Returns the port of a server that answers on the data folder; a stale pid file of a dead one does not count. */
    private Optional<Integer> runningPort() throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.size() < 4 || !lines.get(3).strip().matches("[0-9]+")) {
            return Optional.empty();
        }
        int port = Integer.parseInt(lines.get(3).strip());
        try (Connection connection = connect(port);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW data_directory")) {
            row.next();
            return Path.of(row.getString(1)).equals(data.toRealPath()) ? Optional.of(port) : Optional.empty();
        } catch (SQLException notOurs) {
            LOG.debug("no server behind {}", pidFile, notOurs);
            return Optional.empty();
        }
    }

    private Connection connect(int port) throws SQLException {
        return DriverManager.getConnection(url(port), USER, password);
    }

    String url() {
        try {
            return url(runningPort()
                    .orElseThrow(() -> unavailable("does not answer; see " + folder.resolve("server.log"), null)));
        } catch (IOException unreadable) {
            throw unavailable("cannot be found: " + unreadable.getMessage(), unreadable);
        }
    }

    private static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    String password() {
        return password;
    }

    /** Stops the server unless another command is connected to it. */
    @Override
    public void close() {
        try (FileChannel channel = lockFile(folder);
                FileLock lock = channel.lock()) {
            LOG.debug("holding {}", lock);
            Optional<Integer> port = runningPort();
            if (port.isPresent() && !usedByOthers(port.get())) {
                run("pg_ctl", "-D", data.toString(), "-m", "fast", "-w", "-t", "120", "stop");
            }
        } catch (IOException | SQLException failed) {
            LOG.warn("the embedded PostgreSQL in {} could not be stopped: {}", folder, failed.getMessage());
        }
    }

    private boolean usedByOthers(int port) throws SQLException {
        String sql = "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend'"
                + " AND pid <> pg_backend_pid()";
        try (Connection connection = connect(port);
                Statement statement = connection.createStatement()) {
            for (int look = 0; look < 20; look++) {
                try (ResultSet row = statement.executeQuery(sql)) {
                    row.next();
                    if (row.getLong(1) == 0) {
                        return false;
                    }
                }
                // Our own pool's sessions take a moment to be gone after they are closed.
                statement.execute("SELECT pg_sleep(0.02)");
            }
            return true;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name")) && Files.isExecutable(Path.of("/usr/bin/unshare"))) {
            // PostgreSQL refuses to run as root; in a user namespace of its own it is not.
            command.addAll(List.of("/usr/bin/unshare", "-U"));
        }
        command.add(programs.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        Path output = folder.resolve(program + ".log");
        PrivateFiles.rewrite(output).close();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            if (process.waitFor() != 0) {
                throw unavailable(
                        program + " failed: " + Files.readString(output).strip().replaceAll("\\s*\\R\\s*", " | ")
                                + "; run as an ordinary user, or give --db",
                        null);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw unavailable(program + " was interrupted", stopped);
        }
    }

    private static ArrearsException unavailable(String what, @org.jspecify.annotations.Nullable Throwable cause) {
        ArrearsException failure =
                new ArrearsException(FailureKind.DATABASE_UNAVAILABLE, "the embedded PostgreSQL " + what);
        if (cause != null) {
            failure.initCause(cause);
        }
        return failure;
    }
}
