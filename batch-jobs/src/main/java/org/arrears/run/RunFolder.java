package org.arrears.run;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.arrears.disk.OnDisk;
import org.arrears.disk.PrivateFiles;

/**
 * The folder a run publishes: written under a temporary name beside its place, renamed when complete. Each attempt has
 * a temporary name of its own, so that one that does not know it is over writes into no other's.
 *
 * <p>Files 0600, folders 0700: they hold personal data.
 */
public final class RunFolder {

    /** Waits until something is on disk. */
    interface Wait {

        void until(Path isOnDisk) throws IOException;
    }

    private static final String UNFINISHED = ".partial";
    private static final String GONE = ".gone";

    /** What the names of all unfinished folders of this run begin with. */
    private final String hidden;

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
        this.hidden = "." + run.runId() + ".";
        this.partial = out.resolve(hidden + run.attempt() + UNFINISHED);
        this.replaced = out.resolve(hidden + "replaced");
    }

    /** Returns where the finished folder will be. */
    public Path published() {
        return published;
    }

    /** Returns the unfinished folder. */
    public Path partial() {
        return partial;
    }

    /** Begins anew: whatever earlier attempts left is removed. */
    public void clear() throws IOException {
        Path out = Objects.requireNonNull(partial.getParent());
        OnDisk.createFolders(out);
        remove(named(out, UNFINISHED), out);
        PrivateFiles.createFolders(partial);
    }

    private void remove(List<Path> unfinished, Path out) throws IOException {
        // Renamed first, so that an attempt which does not know it is over can put nothing more into it.
        for (Path left : unfinished) {
            Files.move(left, left.resolveSibling(left.getFileName() + GONE), StandardCopyOption.ATOMIC_MOVE);
        }
        for (Path left : named(out, GONE)) {
            delete(left);
        }
    }

    /**
     * Takes over the unfinished folder of the newest attempt before this one by rename, so that an attempt which does
     * not know it is over finds it no more, and removes those of others; says whether there was one.
     */
    boolean adopt() throws IOException {
        Path out = Objects.requireNonNull(partial.getParent());
        if (!Files.isDirectory(out)) {
            return false;
        }
        Optional<Path> newest = named(out, UNFINISHED).stream()
                .filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                .max(Comparator.comparingInt(this::attempt));
        if (newest.isPresent() && !newest.get().equals(partial)) {
            Files.move(newest.get(), partial, StandardCopyOption.ATOMIC_MOVE);
        }
        remove(
                named(out, UNFINISHED).stream()
                        .filter(path -> !path.equals(partial))
                        .toList(),
                out);
        return newest.isPresent();
    }

    /** The attempt in an unfinished folder's name; 0 in one of version 0.1.0. */
    private int attempt(Path unfinished) {
        String name = String.valueOf(unfinished.getFileName());
        String number = name.substring(hidden.length() - 1, name.length() - UNFINISHED.length());
        return number.matches("\\.[0-9]{1,9}") ? Integer.parseInt(number.substring(1)) : 0;
    }

    /** Removes every file from the unfinished folder but these. */
    void retain(Set<String> kept) throws IOException {
        try (Stream<Path> paths = Files.walk(partial)) {
            for (Path path : paths.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .toList()) {
                if (!kept.contains(partial.relativize(path).toString().replace('\\', '/'))) {
                    Files.delete(path);
                }
            }
        }
    }

    private List<Path> named(Path out, String ending) throws IOException {
        try (Stream<Path> paths = Files.list(out)) {
            return paths.filter(path -> {
                        String name = String.valueOf(path.getFileName());
                        return name.startsWith(hidden) && name.endsWith(ending);
                    })
                    .toList();
        }
    }

    /** Returns the path of a file in the unfinished folder, its folders made and any earlier version removed. */
    public Path path(String relative) throws IOException {
        Path path = partial.resolve(relative).normalize();
        if (!path.startsWith(partial)) {
            throw new IllegalStateException("outside of the run folder: " + relative);
        }
        requireBegun();
        StepFiles.begun(partial.relativize(path).toString().replace('\\', '/'));
        createPrivateFolders(Objects.requireNonNull(path.getParent()));
        Files.deleteIfExists(path);
        return path;
    }

    private void requireBegun() throws IOException {
        if (!Files.isDirectory(partial)) {
            throw new IOException("the unfinished folder " + partial + " is gone");
        }
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
        OnDisk.createFolders(folder);
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
     * Puts the finished folder in its place by rename; an earlier one of a rerun goes away once it is replaced. When it
     * returns, all is on disk: what the folder holds was before it could be seen.
     */
    public void publish() throws IOException {
        Path out = Objects.requireNonNull(published.getParent());
        requireBegun();
        for (String file : files()) {
            PrivateFiles.tighten(partial.resolve(file));
        }
        tree.until(partial);
        boolean replaces = Files.isDirectory(published);
        if (replaces) {
            delete(replaced);
            Files.move(published, replaced, StandardCopyOption.ATOMIC_MOVE);
        }
        try {
            Files.move(partial, published, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException gone) {
            if (replaces) {
                Files.move(replaced, published, StandardCopyOption.ATOMIC_MOVE);
            }
            throw gone;
        }
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
