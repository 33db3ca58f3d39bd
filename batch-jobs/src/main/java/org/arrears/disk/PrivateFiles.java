package org.arrears.disk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** The only maker of files and folders: 0600 and 0700 whatever the umask, because they hold personal data. */
public final class PrivateFiles {

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");

    private PrivateFiles() {}

    private static FileAttribute<?>[] mode(Set<PosixFilePermission> permissions) {
        return POSIX
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    /** Makes the folders of a path that are not there; a folder that is there, or a link to one, stays as it is. */
    public static void createFolders(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, mode(FOLDER));
        }
    }

    /** Opens a new file; one of that name must not be there. */
    public static OutputStream create(Path file) throws IOException {
        Files.createFile(file, mode(FILE));
        return new NamedOutput(file, Files.newOutputStream(file, StandardOpenOption.WRITE));
    }

    /** Opens a file with nothing in it; one that is there is emptied and becomes private. */
    public static OutputStream rewrite(Path file) throws IOException {
        createIfMissing(file);
        return new NamedOutput(
                file, Files.newOutputStream(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING));
    }

    /** Opens a file to add to it; one that is there becomes private. A link is not followed. */
    public static OutputStream append(Path file) throws IOException {
        if (Files.isSymbolicLink(file)) {
            throw new IOException(file + " is a symbolic link, which is not followed");
        }
        createIfMissing(file);
        return Files.newOutputStream(
                file, StandardOpenOption.WRITE, StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS);
    }

    /** Opens what is there, to look at any part of it; nothing is made. */
    public static FileChannel openToRead(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.READ);
    }

    /** Opens a file to be locked; what is in it does not matter. */
    public static FileChannel openLock(Path file) throws IOException {
        createIfMissing(file);
        return FileChannel.open(file, StandardOpenOption.WRITE);
    }

    private static void createIfMissing(Path file) throws IOException {
        try {
            Files.createFile(file, mode(FILE));
        } catch (FileAlreadyExistsException before) {
            tighten(file);
        }
    }

    /** Takes the rights of all others from a file that is there; whether its owner may run it stays. */
    public static void tighten(Path file) throws IOException {
        if (!POSIX || !Files.isRegularFile(file)) {
            return;
        }
        Set<PosixFilePermission> now = Files.getPosixFilePermissions(file);
        Set<PosixFilePermission> kept = EnumSet.copyOf(FILE);
        if (now.contains(PosixFilePermission.OWNER_EXECUTE)) {
            kept.add(PosixFilePermission.OWNER_EXECUTE);
        }
        if (!now.equals(kept)) {
            Files.setPosixFilePermissions(file, kept);
        }
    }

    /** Writes what a stream holds into a new file. */
    public static void copy(InputStream from, Path file) throws IOException {
        try (OutputStream out = create(file)) {
            from.transferTo(out);
        }
    }

    /** Writes the bytes of one file into a new one. */
    public static void copy(Path from, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(from)) {
            copy(in, file);
        }
    }

    /** Adds UTF-8 text to a file. */
    public static void append(Path file, String text) throws IOException {
        try (OutputStream out = append(file)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
