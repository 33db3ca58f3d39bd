package org.arrears.db;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A process that runs this program; its database sessions and its runs bear its name.
 *
 * @param osUser its user of the operating system
 */
public record OsProcess(String host, long pid, String osUser) {

    private static final OsProcess CURRENT =
            new OsProcess(hostName(), ProcessHandle.current().pid(), System.getProperty("user.name", "?"));

    static final String APPLICATION = "arrears: ";

    public static OsProcess current() {
        return CURRENT;
    }

    /** Asks the kernel, because a name server may take its time. */
    private static String hostName() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
        } catch (IOException noLinux) {
            try {
                return InetAddress.getLocalHost().getHostName();
            } catch (IOException nameless) {
                return "?";
            }
        }
    }

    /** The name of its database sessions, of which the server keeps the first 63 bytes. */
    String applicationName() {
        return APPLICATION + this;
    }

    @Override
    public String toString() {
        return "process " + pid + " of " + osUser + " on " + host;
    }
}
