package org.arrears.db;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.arrears.disk.OnDisk;
import org.arrears.disk.PrivateFiles;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs for this machine, unpacked once into home from the archive on the class path. */
final class ServerBinaries {

    private ServerBinaries() {}

    /** Returns the folder with bin, lib and share, unpacked if it is not there; another archive is another folder. */
    static Path unpackedIn(Path folder) throws IOException {
        String platform = platform();
        URL archive = ServerBinaries.class.getResource("/postgres-" + platform + ".txz");
        if (archive == null) {
            throw new ArrearsException(
                    FailureKind.DATABASE_UNAVAILABLE,
                    "no embedded PostgreSQL for " + platform + ": give --db jdbc:postgresql://HOST/NAME");
        }
        Path target = folder.resolve(platform + "-" + checksum(archive));
        if (Files.isDirectory(target)) {
            return target;
        }
        Path partial = Files.createTempDirectory(folder, "unpacking-");
        try (InputStream packed = archive.openStream()) {
            unpack(new TarArchiveInputStream(new XZInputStream(packed)), partial);
        }
        if (!DataFolder.syncsFileSystem(folder)) {
            OnDisk.tree(partial);
        }
        return Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Returns what the jar's own table of contents says of the archive, which is not read for it. */
    private static String checksum(URL archive) throws IOException {
        if (!(archive.openConnection() instanceof JarURLConnection jar)) {
            throw new IOException("not in a jar: " + archive);
        }
        return String.format(Locale.ROOT, "%08x", jar.getJarEntry().getCrc());
    }

    private static void unpack(TarArchiveInputStream tar, Path target) throws IOException {
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            Path path = target.resolve(entry.getName()).normalize();
            if (!path.startsWith(target)) {
                throw new IOException("archive entry outside of its folder: " + entry.getName());
            }
            if (entry.isDirectory()) {
                PrivateFiles.createFolders(path);
            } else if (entry.isSymbolicLink()) {
                PrivateFiles.createFolders(Objects.requireNonNull(path.getParent()));
                Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            } else {
                PrivateFiles.createFolders(Objects.requireNonNull(path.getParent()));
                PrivateFiles.copy(tar, path);
                if ((entry.getMode() & 0100) != 0 && !Files.isSymbolicLink(path)) {
                    makeExecutable(path);
                }
            }
        }
    }

    private static void makeExecutable(Path path) throws IOException {
        Set<PosixFilePermission> mode = EnumSet.copyOf(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
        mode.add(PosixFilePermission.OWNER_EXECUTE);
        Files.setPosixFilePermissions(path, mode);
    }

    static boolean onMac() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");
    }

    private static String platform() {
        String machine = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        String os = onMac() ? "darwin" : "linux";
        return os + (machine.equals("aarch64") || machine.equals("arm64") ? "-arm_64" : "-x86_64");
    }
}
