package org.arrears.run;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.arrears.disk.NamedOutput;
import org.arrears.disk.OnDisk;

/**
 * The folder a run publishes: written under a temporary name beside its place, renamed when complete.
 *
 * <p>Files 0600, folders 0700: they hold personal data.
 */
public final class RunFolder {

    private static final FileAttribute<Set<PosixFilePermission>> FOLDER_MODE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final Set<PosixFilePermission> FILE_MODE = PosixFilePermissions.fromString("rw-------");

    /** Waits until something is on disk. */
    interface Wait {

        void until(Path isOnDisk) throws IOException;
    }

    private final Path partial;
    private final Path published;
    private final Path replaced;
    private final Wait tree;
    private final Wait folder;

    public RunFolder(Run run) {
        this(run, OnDisk::tree, OnDisk::folder);
    }

    /** With other ways to wait for a tree of files and for the names in a folder. */
    RunFolder(Run run, Wait tree, Wait folder) {
        this.tree = tree;
        this.folder = folder;
        Path out = run.request().out();
        this.published = out.resolve(run.request().folderName());
        this.partial = out.resolve("." + run.runId() + ".partial");
        this.replaced = out.resolve("." + run.runId() + ".replaced");
    }

    /** Returns where the finished folder will be. */
    public Path published() {
        return published;
    }

    /** Returns the unfinished folder. */
    public Path partial() {
        return partial;
    }

    /** Begins anew: whatever an earlier attempt left is removed. */
    public void clear() throws IOException {
        delete(partial);
        OnDisk.createFolders(Objects.requireNonNull(partial.getParent()));
        Files.createDirectory(partial, FOLDER_MODE);
    }

    /** Returns the path of a file in the unfinished folder, its folders made and any earlier version removed. */
    public Path path(String relative) throws IOException {
        Path path = partial.resolve(relative).normalize();
        if (!path.startsWith(partial)) {
            throw new IllegalStateException("outside of the run folder: " + relative);
        }
        createPrivateFolders(Objects.requireNonNull(path.getParent()));
        Files.deleteIfExists(path);
        return path;
    }

    /** Opens a file of the unfinished folder for writing, anew. */
    public OutputStream open(String relative) throws IOException {
        return openPrivate(path(relative));
    }

    /** Opens a new file that only its owner can read. */
    public static OutputStream openPrivate(Path path) throws IOException {
        Files.createFile(path, PosixFilePermissions.asFileAttribute(FILE_MODE));
        return new NamedOutput(path, Files.newOutputStream(path, StandardOpenOption.WRITE));
    }

    /** Makes the folders of a path, those that are new readable by their owner only. */
    public static void createPrivateFolders(Path folder) throws IOException {
        OnDisk.createFolders(folder, FOLDER_MODE);
    }

    /** Returns the files written so far, relative and sorted. */
    public List<String> files() throws IOException {
        try (Stream<Path> paths = Files.walk(partial)) {
            return paths.filter(Files::isRegularFile)
                    .map(path -> partial.relativize(path).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    /**
     * Puts the finished folder in its place by rename; an earlier one of a rerun goes away once it is replaced. Only
     * waits if an earlier attempt got this far. When it returns, all is on disk: what the folder holds was before it
     * could be seen.
     */
    public void publish() throws IOException {
        Path out = Objects.requireNonNull(published.getParent());
        if (!Files.isDirectory(partial)) {
            folder.until(out);
            return;
        }
        for (String file : files()) {
            Files.setPosixFilePermissions(partial.resolve(file), FILE_MODE);
        }
        tree.until(partial);
        if (Files.isDirectory(published)) {
            delete(replaced);
            Files.move(published, replaced, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(partial, published, StandardCopyOption.ATOMIC_MOVE);
        folder.until(out);
        delete(replaced);
    }

    /** Deletes a folder and all that is in it, if it is there; links are not followed. */
    public static void delete(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, java.io.IOException broken) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
