package org.arrears.db;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.arrears.disk.OnDisk;
import org.arrears.disk.PrivateFiles;
import org.arrears.failure.ArrearsException;

/**
 * The folder of the embedded server: its data, its password, its start and its stop.
 *
 * <p>Only for the holder of the folder's lock. Nothing here deletes {@code postmaster.pid}: PostgreSQL knows better
 * when its file is stale.
 */
final class DataFolder {

    /** Who commands log in as: the owner of the database, no superuser. */
    static final String USER = "arrears";

    /** The folder of the data itself, which is there once it is whole. */
    static final String DATA = "data";

    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("password_encryption", "scram-sha-256"),
            Map.entry("fsync", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("synchronous_commit", "on"),
            // Some commands side by side, each with a pool of 24 and a lock; nobody logs in as superuser.
            Map.entry("max_connections", "200"),
            Map.entry("superuser_reserved_connections", "0"),
            Map.entry("shared_buffers", "256MB"),
            Map.entry("work_mem", "64MB"),
            Map.entry("random_page_cost", "1.1"),
            Map.entry("maintenance_work_mem", "256MB"),
            Map.entry("max_wal_size", "4GB"),
            Map.entry("checkpoint_timeout", "30min"),
            Map.entry("wal_level", "minimal"),
            Map.entry("max_wal_senders", "0"),
            Map.entry("jit", "off"),
            Map.entry("timezone", "UTC"));

    private static final String WHO_MAY_LOG_IN =
            "# Written by arrears at every start.\nhost all " + USER + " 127.0.0.1/32 scram-sha-256\n";

    /** A number that no process has: PostgreSQL then looks only whether the memory of the dead server is in use. */
    private static final String NO_PROCESS = "2147483646";

    /** What PostgreSQL says while sessions of a killed server have not noticed yet. */
    private static final String STILL_IN_USE = "pre-existing shared memory block";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final Path data;
    private final ServerPrograms programs;

    DataFolder(Path folder) throws IOException {
        this.folder = folder;
        this.data = folder.resolve(DATA);
        this.programs = new ServerPrograms(folder, ServerBinaries.unpackedIn(folder));
    }

    /** Says whether the data folder is yet to be made, and its whole file system synced at once, which is quicker. */
    static boolean syncsFileSystem(Path folder) {
        return !Files.isDirectory(folder.resolve(DATA)) && !ServerBinaries.onMac();
    }

    Path log() {
        return folder.resolve("server.log");
    }

    ServerProcess process() throws IOException {
        return ServerProcess.of(data, folder);
    }

    String password() throws IOException {
        return Files.readString(passwordFile());
    }

    private Path passwordFile() {
        return folder.resolve("password");
    }

    /** Makes the data folder if there is none, on disk before it has its name. */
    void initialise() throws IOException {
        if (Files.isDirectory(data)) {
            return;
        }
        boolean atOnce = syncsFileSystem(folder);
        Path partial = Files.createTempDirectory(folder, "data-");
        List<String> arguments = new ArrayList<>(
                List.of("-D", partial.toString(), "-U", "postgres", "-A", "reject", "-E", "UTF8", "--no-locale"));
        if (atOnce) {
            arguments.add("--sync-method=syncfs");
        }
        programs.run("", "initdb", arguments);
        Files.move(partial, data, StandardCopyOption.ATOMIC_MOVE);
        OnDisk.folder(folder);
    }

    /** Starts the server with a new password, and says where it listens only to those who may read this folder. */
    void start() throws IOException {
        disownStranger();
        write(data.resolve("pg_hba.conf"), WHO_MAY_LOG_IN);
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        prepareRoles(password);
        write(passwordFile(), password);
        StringBuilder options = new StringBuilder("-p ").append(freePort());
        settings().forEach(word -> options.append(' ').append(word));
        programs.run(
                "",
                "pg_ctl",
                List.of(
                        "-D",
                        data.toString(),
                        "-l",
                        log().toString(),
                        "-w",
                        "-t",
                        "120",
                        "-o",
                        options.toString(),
                        "start"));
    }

    /** PostgreSQL does not start while anybody has the number in its file, such as after the machine was started. */
    private void disownStranger() throws IOException {
        ServerProcess process = process();
        if (process.state() == ServerProcess.State.STRANGER) {
            List<String> lines = new ArrayList<>(Files.readAllLines(ServerProcess.file(data)));
            lines.subList(0, Math.min(1, lines.size())).clear();
            lines.add(0, NO_PROCESS);
            write(ServerProcess.file(data), String.join("\n", lines) + "\n");
        }
    }

    /** Works on the roles without a server that anybody could reach. */
    private void prepareRoles(String password) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("--single", "-j", "-D", data.toString()));
        arguments.addAll(settings());
        // What a statement says is not logged: it holds the password.
        arguments.addAll(List.of("-c", "exit_on_error=on", "-c", "log_min_error_statement=panic", "postgres"));
        String statements = roles() + "ALTER ROLE " + USER + " LOGIN CREATEDB NOSUPERUSER PASSWORD '" + password
                + "';\n\n" + "ALTER ROLE postgres PASSWORD NULL;\n\n";
        for (Patience waited = new Patience(PATIENCE); ; waited.rest()) {
            try {
                programs.run(statements, "postgres", arguments);
                return;
            } catch (ArrearsException failed) {
                if (waited.isOver() || !String.valueOf(failed.getMessage()).contains(STILL_IN_USE)) {
                    throw failed;
                }
            }
        }
    }

    private static String roles() throws IOException {
        try (InputStream script = DataFolder.class.getResourceAsStream("embedded/roles.sql")) {
            if (script == null) {
                throw new IllegalStateException("no script for the roles");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> settings() {
        List<String> words = new ArrayList<>();
        new TreeMap<>(SETTINGS).forEach((name, value) -> words.addAll(List.of("-c", name + "=" + value)));
        return words;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Replaces a file at once, readable by its owner only. */
    private void write(Path file, String text) throws IOException {
        Path partial = Files.createTempFile(folder, file.getFileName().toString(), ".new");
        PrivateFiles.append(partial, text);
        OnDisk.file(partial);
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Stops the server, whoever is connected. */
    void stop() throws IOException {
        programs.run("", "pg_ctl", List.of("-D", data.toString(), "-m", "fast", "-w", "-t", "120", "stop"));
    }
}
