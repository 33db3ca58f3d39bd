package org.arrears.db;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The process that a data folder's {@code postmaster.pid} names, which may be dead or have become another one's.
 *
 * @param pid its number; 0 if the file is not there or says nothing
 * @param port where it listens; empty while it does not
 */
record ServerProcess(State state, long pid, OptionalInt port) {

    /** What is known of a process. */
    enum State {
        /** No file, or nobody has its number: PostgreSQL itself sees to that. */
        NONE,
        /** Somebody else has the number now. */
        STRANGER,
        /** It cannot be looked at, and something listens on its port. */
        UNKNOWN,
        /** The server of this data folder, run by another user. */
        OF_ANOTHER_USER,
        /** The server of this data folder, in whatever condition. */
        OURS
    }

    private static final int PORT_LINE = 3;
    private static final int LOOK_MILLIS = 1_000;

    static Path file(Path data) {
        return data.resolve("postmaster.pid");
    }

    /**
     * Looks at the process.
     *
     * @param programs where the programs of our servers are, of whatever version
     */
    static ServerProcess of(Path data, Path programs) throws IOException {
        Path file = file(data);
        if (!Files.exists(file)) {
            return new ServerProcess(State.NONE, 0, OptionalInt.empty());
        }
        List<String> lines = Files.readAllLines(file);
        long pid = Math.abs(number(lines, 0));
        long port = number(lines, PORT_LINE);
        OptionalInt listens = port > 0 && port < 1 << 16 ? OptionalInt.of((int) port) : OptionalInt.empty();
        if (pid == 0) {
            return new ServerProcess(State.STRANGER, 0, listens);
        }
        Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        if (process.isEmpty()) {
            return new ServerProcess(State.NONE, pid, listens);
        }
        return new ServerProcess(state(process.get(), data, programs, listens), pid, listens);
    }

    private static long number(List<String> lines, int line) {
        String text = lines.size() > line ? lines.get(line).strip() : "";
        return text.matches("-?[0-9]{1,10}") ? Long.parseLong(text) : 0;
    }

    private static State state(ProcessHandle process, Path data, Path programs, OptionalInt port) throws IOException {
        Optional<String> command = process.info().command();
        if (command.isEmpty()) {
            // A process that has ended and that nobody has taken note of looks like this too.
            return port.isPresent() && listens(port.getAsInt()) ? State.UNKNOWN : State.STRANGER;
        }
        Path program = Path.of(command.get().replaceFirst(" \\(deleted\\)$", ""));
        if (!program.endsWith("bin/postgres") || !program.startsWith(programs.toRealPath()) || !serves(process, data)) {
            return State.STRANGER;
        }
        return process.info().user().equals(ProcessHandle.current().info().user()) ? State.OURS : State.OF_ANOTHER_USER;
    }

    /** A server works in its data folder; where that cannot be seen, its command line names it. */
    private static boolean serves(ProcessHandle process, Path data) throws IOException {
        Path workingFolder = Path.of("/proc", Long.toString(process.pid()), "cwd");
        if (Files.exists(workingFolder)) {
            return Files.isSameFile(workingFolder, data);
        }
        List<String> arguments = List.of(process.info().arguments().orElse(new String[0]));
        int at = arguments.indexOf("-D") + 1;
        return at > 0
                && at < arguments.size()
                && Files.exists(Path.of(arguments.get(at)))
                && Files.isSameFile(Path.of(arguments.get(at)), data);
    }

    /** Says whether anybody listens there; nothing is said to them. */
    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), LOOK_MILLIS);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }
}
