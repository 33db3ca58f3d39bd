package org.arrears.run;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.arrears.db.OsProcess;

/**
 * The process that made the last attempt of a run.
 *
 * @param osUser its user of the operating system
 * @param since when the attempt began
 */
public record Worker(String host, long pid, String osUser, Instant since) {

    OsProcess process() {
        return new OsProcess(host, pid, osUser);
    }

    @Override
    public String toString() {
        return process() + ", since " + since.truncatedTo(ChronoUnit.SECONDS);
    }
}
