package org.arrears.ingest.inbox;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.arrears.core.text.Shown;
import org.arrears.ingest.file.FileStamp;
import org.arrears.ingest.file.InputFile;
import org.arrears.ingest.kind.FileKind;
import org.arrears.ingest.kind.NamePattern;
import org.arrears.ingest.mapping.Mapping;
import org.arrears.ingest.mapping.PassOver;
import org.jspecify.annotations.Nullable;

/**
 * What lies in an inbox, its folders walked: every entry is a file to be read, serves one that is, or is passed over
 * with a reason; one that is passed over and looks as if it should be read is a near miss.
 */
final class InboxListing extends SimpleFileVisitor<Path> {

    private static final String CONTROL = ".ctl";

    private final Path folder;
    private final Mapping mapping;
    private final Set<Path> own;
    private final List<NamePattern> names;
    private final List<InputFile> files = new ArrayList<>();
    private final List<PassedOver> passedOver = new ArrayList<>();
    private final List<PassedOver> nearMisses = new ArrayList<>();

    private InboxListing(Path folder, Mapping mapping, Set<Path> own) {
        this.folder = folder;
        this.mapping = mapping;
        this.own = own;
        this.names = Stream.of(
                        mapping.kinds().all().stream().map(FileKind::names),
                        mapping.names().stream(),
                        Stream.of(new NamePattern(Mapping.FILE_NAME)))
                .flatMap(patterns -> patterns)
                .toList();
    }

    /**
     * Lists an inbox.
     *
     * @param own folders of ours that may lie in it: what we write is no delivery
     */
    static InboxListing of(Path folder, Mapping mapping, Set<Path> own) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new NotDirectoryException(folder.toString());
        }
        // The inbox itself may be a link; whatever lies in it is not followed.
        Path walked = Files.isSymbolicLink(folder)
                ? folder.toRealPath()
                : folder.toAbsolutePath().normalize();
        InboxListing listing = new InboxListing(walked, mapping, own);
        Files.walkFileTree(walked, listing);
        listing.passedOver.sort(Comparator.comparing(PassedOver::name));
        listing.nearMisses.sort(Comparator.comparing(PassedOver::name));
        return listing;
    }

    List<InputFile> files() {
        return files;
    }

    /** Returns every entry that is not read and serves none that is, near misses too. */
    List<PassedOver> passedOver() {
        return passedOver;
    }

    /** Returns the entries that look as if they should be read, and the control files whose file is not there. */
    List<PassedOver> nearMisses() {
        return nearMisses;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        if (directory.equals(folder)) {
            return FileVisitResult.CONTINUE;
        }
        if (own.contains(directory.toAbsolutePath().normalize())) {
            passOver(directory, "a folder that arrears itself writes to");
            return FileVisitResult.SKIP_SUBTREE;
        }
        if (passedOverBy(directory).isPresent()) {
            return FileVisitResult.CONTINUE;
        }
        if (kind(directory).isPresent()) {
            take(directory, 0);
            return FileVisitResult.SKIP_SUBTREE;
        }
        return isNear(directory) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException broken) throws IOException {
        if (broken != null) {
            throw broken;
        }
        try (Stream<Path> inside = Files.list(directory)) {
            if (!directory.equals(folder) && inside.findAny().isEmpty()) {
                passOver(directory, "an empty folder");
            }
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path path, IOException unreadable) throws IOException {
        if (path.equals(folder)) {
            throw unreadable;
        }
        if (!isNear(path)) {
            passOver(path, "cannot be read: " + FileStamp.why(unreadable));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
        if (mapping.isReadFrom(path)) {
            return FileVisitResult.CONTINUE;
        }
        Optional<PassOver> asked = passedOverBy(path);
        if (asked.isPresent()) {
            passOver(path, "the mapping passes over " + asked.get());
        } else if (kind(path).isPresent()) {
            take(path, attributes.size());
        } else if (!isControl(path) && !isNear(path)) {
            passOver(path, ordinaryReason(path, attributes));
        }
        return FileVisitResult.CONTINUE;
    }

    private Optional<PassOver> passedOverBy(Path path) {
        return mapping.passesOver(name(path));
    }

    /** Returns the kind of file that an entry is by its name: in the inbox itself, and if all of it is seen. */
    private Optional<FileKind> kind(Path path) {
        boolean seen = !Shown.hasInvisible(last(path));
        return Optional.of(path)
                .filter(entry -> folder.equals(entry.getParent()) && seen)
                .flatMap(entry -> mapping.kindOf(last(entry)));
    }

    private void take(Path path, long bytes) {
        files.add(new InputFile(kind(path).orElseThrow(), path, bytes));
    }

    /** Says whether an entry is the control file of another, and lists it unless that one is read. */
    private boolean isControl(Path path) {
        String name = last(path);
        if (!name.endsWith(CONTROL)) {
            return false;
        }
        Path stated = path.resolveSibling(name.substring(0, name.length() - CONTROL.length()));
        if (!Files.exists(stated, LinkOption.NOFOLLOW_LINKS)) {
            nearMiss(path, "a control file without its file");
            return true;
        }
        boolean listed = passedOverBy(stated).isPresent();
        if (listed) {
            passOver(path, "the control file of " + Shown.fileName(last(stated)) + ", which is passed over");
        }
        return listed || kind(stated).isPresent();
    }

    private boolean isNear(Path path) {
        String name = last(path);
        if (folder.equals(path.getParent()) && name.equals(Mapping.FILE_NAME)) {
            return false;
        }
        Optional<NamePattern> near =
                names.stream().filter(pattern -> pattern.isNear(name)).findFirst();
        near.ifPresent(pattern ->
                nearMiss(path, "looks like " + Shown.fileName(pattern.text()) + ", and is not read under this name"));
        return near.isPresent();
    }

    private String ordinaryReason(Path path, BasicFileAttributes attributes) {
        if (attributes.isSymbolicLink()) {
            return "a symbolic link, which is not followed";
        }
        if (!attributes.isRegularFile()) {
            return "no plain file";
        }
        if (last(path).equals(Mapping.FILE_NAME)) {
            return "another mapping was named";
        }
        return last(path).startsWith(".") ? "a hidden file" : "not named like an input file";
    }

    private void passOver(Path path, String reason) {
        passedOver.add(new PassedOver(name(path), reason));
    }

    private void nearMiss(Path path, String reason) {
        passOver(path, reason);
        nearMisses.add(new PassedOver(name(path), reason));
    }

    private static String last(Path path) {
        return String.valueOf(path.getFileName());
    }

    /** The name from the inbox on, with slashes; a folder's ends in one. */
    private String name(Path path) {
        String name = folder.relativize(path).toString().replace('\\', '/');
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) ? name + "/" : name;
    }
}
