package org.arrears.run;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.arrears.core.replay.Assessor;

/**
 * What a run is asked for, as two digests: folders and options, and each file of the inbox by name, size and time. An
 * attempt goes on where another ended only if it is asked for the same.
 */
record AskedFor(RunRequest request) {

    /** Returns the digest of the inbox; empty, which is like no other, if it cannot be read. */
    String inboxSha256() {
        try {
            return FileDigest.ofText(String.join("\n", files()));
        } catch (IOException unreadable) {
            return "";
        }
    }

    /** Returns the digest of all else. */
    String sha256() {
        RunRequest.Options options = request.options();
        StringBuilder text = new StringBuilder();
        for (Object part : List.of(
                Assessor.EDITION,
                request.in(),
                request.out(),
                request.home(),
                options.full(),
                options.maxRejects(),
                options.charset(),
                new TreeSet<>(options.channels()),
                options.mapping(),
                options.rejects(),
                options.dated(),
                request.policyFile().templates().sha256())) {
            text.append(part).append('\n');
        }
        return FileDigest.ofText(text.toString());
    }

    private Set<String> files() throws IOException {
        Set<String> files = new TreeSet<>();
        if (request.readsInbox() && Files.isDirectory(request.in())) {
            Files.walkFileTree(request.in().toRealPath(), new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return folder.equals(request.out()) || folder.equals(request.home())
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    files.add(stamp(file, attributes));
                    return FileVisitResult.CONTINUE;
                }
            });
        }
        for (Path file : Stream.concat(request.options().mapping().stream(), request.options().rejects().stream())
                .filter(Files::isRegularFile)
                .toList()) {
            files.add(stamp(file, Files.readAttributes(file, BasicFileAttributes.class)));
        }
        return files;
    }

    private static String stamp(Path file, BasicFileAttributes attributes) {
        return file + " " + attributes.size() + " " + attributes.lastModifiedTime();
    }
}
