package org.arrears.run;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.arrears.guard.PrivateFiles;

/**
 * The folder a run publishes: written under a temporary name beside its place, renamed when complete.
 *
 * <p>Files 0600, folders 0700: they hold personal data.
 */
public final class RunFolder {

    private final Path partial;
    private final Path published;
    private final Path replaced;

    public RunFolder(Run run) {
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
        PrivateFiles.createFolders(partial);
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
        return PrivateFiles.create(path);
    }

    /** Makes the folders of a path, those that are new readable by their owner only. */
    public static void createPrivateFolders(Path folder) throws IOException {
        PrivateFiles.createFolders(folder);
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
     * Puts the finished folder in its place by rename; an earlier one of a rerun goes away once it is replaced. Does
     * nothing if an earlier attempt got this far.
     */
    public void publish() throws IOException {
        if (!Files.isDirectory(partial)) {
            return;
        }
        for (String file : files()) {
            PrivateFiles.tighten(partial.resolve(file));
        }
        if (Files.isDirectory(published)) {
            delete(replaced);
            Files.move(published, replaced, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(partial, published, StandardCopyOption.ATOMIC_MOVE);
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
