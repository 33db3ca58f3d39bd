package org.arrears.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files and folders that are made here. */
class PrivateFilesTest {

    private final Path folder;

    PrivateFilesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Path open(String name, String mode) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "before,");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        return file;
    }

    private static void assertMode(String expected, Path path) throws IOException {
        assertEquals(expected, PosixFilePermissions.toString(Files.getPosixFilePermissions(path)), path.toString());
    }

    private static void write(OutputStream out) throws IOException {
        try (out) {
            out.write("after".getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void everyFolderOfANewPathIsPrivateAndOneThatIsThereStays() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        PrivateFiles.createFolders(folder.resolve("a/b/c"));
        assertMode("rwx------", folder.resolve("a"));
        assertMode("rwx------", folder.resolve("a/b"));
        assertMode("rwx------", folder.resolve("a/b/c"));
        assertMode("rwxr-xr-x", folder);
    }

    @Test
    void aLinkToAFolderServesAsOne() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Files.createDirectory(folder.resolve("real")));
        PrivateFiles.createFolders(link);
    }

    @Test
    void aNewFileIsPrivate() throws IOException {
        write(PrivateFiles.create(folder.resolve("new")));
        write(PrivateFiles.rewrite(folder.resolve("rewritten")));
        write(PrivateFiles.append(folder.resolve("appended")));
        FileChannel lock = PrivateFiles.openLock(folder.resolve("lock"));
        lock.close();
        PrivateFiles.copy(folder.resolve("new"), folder.resolve("copied"));
        for (String name : new String[] {"new", "rewritten", "appended", "lock", "copied"}) {
            assertMode("rw-------", folder.resolve(name));
        }
        assertEquals("after", Files.readString(folder.resolve("copied")));
        assertThrows(FileAlreadyExistsException.class, () -> PrivateFiles.create(folder.resolve("new")));
    }

    @Test
    void aFileThatWasOpenToOthersIsPrivateOnceItIsWritten() throws IOException {
        Path rewritten = open("rewritten", "rw-rw-rw-");
        write(PrivateFiles.rewrite(rewritten));
        assertMode("rw-------", rewritten);
        assertEquals("after", Files.readString(rewritten));
        Path appended = open("appended", "rw-r--r--");
        write(PrivateFiles.append(appended));
        assertMode("rw-------", appended);
        assertEquals("before,after", Files.readString(appended));
        Path program = open("program", "rwxr-xr-x");
        PrivateFiles.tighten(program);
        assertMode("rwx------", program);
    }

    @Test
    void nothingIsAddedToWhatALinkNames() throws IOException {
        Path target = open("target", "rw-r--r--");
        Path link = Files.createSymbolicLink(folder.resolve("link"), target);
        assertThrows(IOException.class, () -> write(PrivateFiles.append(link)));
        assertEquals("before,", Files.readString(target));
        assertMode("rw-r--r--", target);
    }
}
