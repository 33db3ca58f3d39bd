package org.arrears.contact.letter;

import com.openhtmltopdf.slf4j.Slf4jLogger;
import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLogger;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;

/** The layout engine's warnings on their way to slf4j; its progress notes, millions in a run, stop here. */
final class PressLog implements XRLogger {
    private final XRLogger slf4j = new Slf4jLogger();

    @Override
    public void log(String where, Level level, String message) {
        if (heard(level)) {
            slf4j.log(where, level, message);
        }
    }

    @Override
    public void log(String where, Level level, String message, @Nullable Throwable cause) {
        if (heard(level)) {
            slf4j.log(where, level, message, cause);
        }
    }

    @Override
    public void setLevel(String logger, Level level) {
        // slf4j's binding has the levels
    }

    @Override
    public boolean isLogLevelEnabled(Diagnostic diagnostic) {
        return heard(diagnostic.getLevel()) && slf4j.isLogLevelEnabled(diagnostic);
    }

    private static boolean heard(Level level) {
        return level.intValue() >= Level.WARNING.intValue();
    }
}
