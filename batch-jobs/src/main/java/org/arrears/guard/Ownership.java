package org.arrears.guard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;

/** Who may read and change a file or folder, asked before it is trusted, as ssh asks. */
public final class Ownership {

    private static final int ROOT = 0;
    private static final int OTHERS_MAY_WRITE = 022;
    private static final int EVERYBODY_MAY_WRITE = 002;
    private static final int OTHERS_MAY_DO_ANYTHING = 077;

    /** Somebody who is not the owner can read the file by its group only. */
    private static final int MORE_THAN_GROUP_MAY_READ = 037;

    /** Whose it is and the permission bits. */
    private record Rights(int owner, int mode) {

        /** Returns the rights of what is there, on systems that have owners. */
        static Optional<Rights> of(Path path) {
            try {
                Map<String, Object> found = Files.readAttributes(path, "unix:uid,mode");
                return Optional.of(new Rights(number(found, "uid"), number(found, "mode") & 07777));
            } catch (NoSuchFileException nothing) {
                return Optional.empty();
            } catch (IOException unreadable) {
                throw refused(path + " cannot be looked at: " + unreadable.getMessage());
            } catch (UnsupportedOperationException | IllegalArgumentException withoutOwners) {
                return Optional.empty();
            }
        }

        private static int number(Map<String, Object> found, String name) {
            return (Integer) Objects.requireNonNull(found.get(name));
        }

        boolean isForeign() {
            return owner != ROOT && owner != Me.UID;
        }

        boolean allow(int bits) {
            return (mode & bits) != 0;
        }

        String shown() {
            return String.format(Locale.ROOT, "%04o", mode);
        }
    }

    /** The user of this process. */
    private static final class Me {

        static final int UID = uid();

        private static int uid() {
            try {
                return (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
            } catch (IOException | UnsupportedOperationException | IllegalArgumentException noSuchFolder) {
                return (int) new com.sun.security.auth.module.UnixSystem().getUid();
            }
        }
    }

    private Ownership() {}

    /** Refuses a folder or file that somebody else owns or can change; nothing there is fine. */
    public static void requireOwn(String what, Path path) {
        Rights.of(path).ifPresent(rights -> {
            requireOwner(what, path, rights);
            if (rights.allow(OTHERS_MAY_WRITE)) {
                throw refused(what + " " + path + " can be changed by others (mode " + rights.shown()
                        + "): look whether it is as you left it, then chmod go-w " + path);
            }
        });
    }

    /** Refuses a file with a password that somebody else owns, can change or can read. */
    public static void requirePrivate(String what, Path file) {
        Rights.of(file).ifPresent(rights -> {
            requireOwner(what, file, rights);
            if (rights.allow(rights.owner == Me.UID ? OTHERS_MAY_DO_ANYTHING : MORE_THAN_GROUP_MAY_READ)) {
                throw refused(what + " " + file + " can be read or changed by others (mode " + rights.shown()
                        + "): change the password if it matters, then chmod 600 " + file);
            }
        });
    }

    /** Returns what to warn of if every user of the machine can change a file of rules. */
    public static Optional<String> doubt(Path file) {
        return Rights.of(file)
                .filter(rights -> rights.allow(EVERYBODY_MAY_WRITE))
                .map(rights -> file + " can be changed by every user of this machine (mode " + rights.shown()
                        + "): chmod o-w " + file);
    }

    private static void requireOwner(String what, Path path, Rights rights) {
        if (rights.isForeign()) {
            throw refused(what + " " + path + " belongs to another user (uid " + rights.owner + ", this is uid "
                    + Me.UID + "): run as its owner, or make it yours with chown if you trust what is in it");
        }
    }

    private static ArrearsException refused(String message) {
        return new ArrearsException(FailureKind.CONFIGURATION_INVALID, message);
    }
}
