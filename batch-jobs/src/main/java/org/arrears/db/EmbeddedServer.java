package org.arrears.db;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.arrears.disk.PrivateFiles;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;
import org.arrears.guard.Ownership;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server in the home folder, started by the first command that needs it and stopped by the last.
 *
 * <p>A server left running by a killed command is used as it is. A file lock keeps two commands from starting or
 * stopping it at once. Each start has a new password. Whoever uses it has a session open from before the lock is given
 * back, so that nobody stops it meanwhile.
 */
final class EmbeddedServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A session in the database itself would keep a dry run from copying it. */
    private static final String BESIDE = "template1";

    private final Path folder;
    private final String server;
    private final Login login;
    private final Connection presence;

    private EmbeddedServer(Path folder, String server, Login login, Connection presence) {
        this.folder = folder;
        this.server = server;
        this.login = login;
        this.presence = presence;
    }

    /** Says whether a home folder has a server's data. */
    static boolean isIn(Path home) {
        return Files.isDirectory(folder(home).resolve(DataFolder.DATA));
    }

    private static Path folder(Path home) {
        return home.toAbsolutePath().normalize().resolve("postgres");
    }

    /** Returns the server of a home folder, unpacked, initialised and running. */
    static EmbeddedServer start(Path home) {
        return start(home, PATIENCE);
    }

    /** Returns it too, having waited no longer than this for one that is full, starting or stopping. */
    static EmbeddedServer start(Path home, Duration patience) {
        Path folder = folder(home);
        try {
            PrivateFiles.createFolders(folder);
            Ownership.requireOwn("the database's folder", folder);
            try (FileChannel channel = lockFile(folder);
                    FileLock lock = channel.lock()) {
                LOG.debug("holding {}", lock);
                DataFolder data = new DataFolder(folder);
                data.initialise();
                return enter(folder, data, new Patience(patience));
            }
        } catch (IOException failed) {
            throw unavailable("cannot be started in " + folder + ": " + failed.getMessage(), failed);
        }
    }

    private static FileChannel lockFile(Path folder) throws IOException {
        return PrivateFiles.openLock(folder.resolve("lock"));
    }

    /** Connects to the server, started if it is dead; one that lives is never taken for dead, whatever it answers. */
    private static EmbeddedServer enter(Path folder, DataFolder data, Patience waited) throws IOException {
        for (; ; waited.rest()) {
            try {
                return connected(folder, data);
            } catch (SQLException refused) {
                if (!isPassing(refused) || waited.isOver()) {
                    throw unavailable(
                            "is there but cannot be used: " + DatabaseFault.reason(refused) + "; see " + data.log(),
                            refused);
                }
            }
        }
    }

    private static EmbeddedServer connected(Path folder, DataFolder data) throws IOException, SQLException {
        if (!lives(data.process())) {
            data.start();
        }
        ServerProcess process = data.process();
        if (process.port().isEmpty()) {
            throw new SQLException("process " + process.pid() + " does not listen yet", "57P03");
        }
        String server = "jdbc:postgresql://127.0.0.1:" + process.port().getAsInt() + "/";
        Login login = Login.to(server, Optional.of(DataFolder.USER), Optional.of(data.password()), Map.of());
        return new EmbeddedServer(folder, server, login, login.connectNow(server + BESIDE));
    }

    private static boolean lives(ServerProcess process) throws SQLException {
        return switch (process.state()) {
            case NONE, STRANGER -> false;
            case OURS -> true;
            case OF_ANOTHER_USER ->
                throw unavailable("is run by another user, as process " + process.pid()
                        + ": run the command as that user, or give another --home");
            case UNKNOWN ->
                // One that is just ending looks like this for a moment.
                throw new SQLException(
                        "process " + process.pid() + " cannot be looked at, and something listens on its port",
                        "57P03");
        };
    }

    /** Says whether a server that lives will be there later: full, starting, stopping, recovering. */
    private static boolean isPassing(SQLException refused) {
        String state = String.valueOf(refused.getSQLState());
        return state.equals("53300") || state.startsWith("57P") || (state.startsWith("08") && !state.equals("08004"));
    }

    String url() {
        return server + "postgres";
    }

    Login login() {
        return login;
    }

    /** Stops the server unless another command is connected to it; if that cannot be found out, it stays. */
    @Override
    public void close() {
        leave();
        try (FileChannel channel = lockFile(folder);
                FileLock lock = channel.lock()) {
            LOG.debug("holding {}", lock);
            DataFolder data = new DataFolder(folder);
            if (data.process().state() == ServerProcess.State.OURS && !usedByOthers()) {
                data.stop();
            }
        } catch (SQLException busy) {
            LOG.debug("whoever makes the embedded PostgreSQL in {} so busy stops it", folder, busy);
        } catch (IOException | ArrearsException failed) {
            LOG.warn("the embedded PostgreSQL in {} was not stopped: {}", folder, failed.getMessage());
        }
    }

    /** Ends the session before the lock is waited for: its holder may wait for the session to end. */
    private void leave() {
        try {
            presence.close();
        } catch (SQLException gone) {
            LOG.debug("the session has ended before", gone);
        }
    }

    private boolean usedByOthers() throws SQLException {
        String sql = "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend'"
                + " AND pid <> pg_backend_pid()";
        try (Connection connection = login.connectNow(server + BESIDE);
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

    static ArrearsException unavailable(String what) {
        return new ArrearsException(FailureKind.DATABASE_UNAVAILABLE, "the embedded PostgreSQL " + what);
    }

    static ArrearsException unavailable(String what, Throwable cause) {
        return new ArrearsException(FailureKind.DATABASE_UNAVAILABLE, "the embedded PostgreSQL " + what, cause);
    }
}
