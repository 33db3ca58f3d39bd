package org.arrears.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Waits until files and their names are on disk, so that a power cut cannot take them back. */
public final class OnDisk {

    private OnDisk() {}

    /** Waits for what a file holds; its name is its folder's. */
    public static void file(Path file) throws IOException {
        force(file);
    }

    /** Waits for the names in a folder: what was created in it, renamed or removed. */
    public static void folder(Path folder) throws IOException {
        force(folder);
    }

    /** Waits for a folder and all that is in it, what is inside first. */
    public static void tree(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile()) {
                    file(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException broken) throws IOException {
                folder(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Makes the folders of a path, and waits for the names of those that are new. */
    public static void createFolders(Path folder) throws IOException {
        Deque<Path> parents = new ArrayDeque<>();
        Path missing = folder.toAbsolutePath();
        while (missing != null && !Files.exists(missing)) {
            missing = missing.getParent();
            if (missing != null) {
                parents.push(missing);
            }
        }
        PrivateFiles.createFolders(folder);
        for (Path parent : parents) {
            // Whoever may create in a folder may not always read it.
            if (Files.isReadable(parent)) {
                folder(parent);
            }
        }
    }

    private static void force(Path path) throws IOException {
        try (FileChannel channel = PrivateFiles.openToRead(path)) {
            channel.force(true);
        }
    }
}
