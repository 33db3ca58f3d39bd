package org.arrears.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is trusted by its owner and its mode. */
class OwnershipTest {

    private static final int SOMEBODY_ELSE = 54321;

    private final Path file;

    OwnershipTest(@TempDir Path folder) throws IOException {
        file = Files.writeString(folder.resolve("it"), "secret");
    }

    private void mode(String mode) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }

    private static void refused(String said, Runnable asked) {
        ArrearsException refusal = assertThrows(ArrearsException.class, asked::run);
        assertEquals(FailureKind.CONFIGURATION_INVALID, refusal.kind());
        assertTrue(String.valueOf(refusal.getMessage()).contains(said), refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw--w----", "rw---x---", "rw----r--", "rw-----w-", "rwxrwxrwx"})
    void aPasswordThatOthersCanReachIsRefused(String mode) throws IOException {
        mode(mode);
        refused("chmod 600 " + file, () -> Ownership.requirePrivate("password file", file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-------", "r--------", "rwx------"})
    void aPasswordForItsOwnerAloneIsTaken(String mode) throws IOException {
        mode(mode);
        Ownership.requirePrivate("password file", file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxrwx---", "rwx--xrwx", "rwxrwxrwx"})
    void whatOthersCanChangeIsRefused(String mode) throws IOException {
        mode(mode);
        refused("chmod go-w " + file, () -> Ownership.requireOwn("home", file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwx------", "rwxr-xr-x"})
    void whatOthersCanAtMostReadIsTaken(String mode) throws IOException {
        mode(mode);
        Ownership.requireOwn("home", file);
    }

    @Test
    void whatBelongsToSomebodyElseIsRefused() throws IOException {
        mode("rw-------");
        try {
            Files.setAttribute(file, "unix:uid", SOMEBODY_ELSE);
        } catch (IOException onlyRootGivesAway) {
            Assumptions.abort("only root can give a file to another user");
        }
        refused("belongs to another user (uid 54321", () -> Ownership.requireOwn("home", file));
        refused("belongs to another user (uid 54321", () -> Ownership.requirePrivate("password file", file));
    }

    @Test
    void whatRootOwnsIsTakenFromAnybody() {
        Ownership.requireOwn("folder", Path.of("/usr"));
    }

    @Test
    void whatIsNotThereIsNoDanger() {
        Ownership.requireOwn("home", file.resolveSibling("nothing"));
        Ownership.requirePrivate("password file", file.resolveSibling("nothing"));
    }

    @Test
    void rulesThatEverybodyCanChangeAreDoubted() throws IOException {
        mode("rw-rw-r--");
        assertTrue(Ownership.doubt(file).isEmpty());
        mode("rw-rw-rw-");
        assertTrue(Ownership.doubt(file).orElseThrow().contains("(mode 0666): chmod o-w " + file));
    }
}
