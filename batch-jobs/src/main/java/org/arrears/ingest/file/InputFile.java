package org.arrears.ingest.file;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;
import org.arrears.guard.NativeText;
import org.arrears.ingest.kind.FileKind;

/**
 * One file to be read.
 *
 * @param corrected whether it holds the corrected rows of a reject file: UTF-8, and only a part of what it names
 */
public record InputFile(FileKind kind, Path path, long bytes, boolean corrected) {

    public InputFile {
        if (NativeText.isBroken(path.toString())) {
            throw new ArrearsException(
                    FailureKind.INPUT_REFUSED,
                    "the name of " + path + " has characters that were lost: " + NativeText.reason());
        }
    }

    public InputFile(FileKind kind, Path path, long bytes) {
        this(kind, path, bytes, false);
    }

    public String name() {
        return path.getFileName().toString();
    }

    /** Refuses what is no plain file: a link, a folder, a pipe, or nothing. */
    public void requirePlain() {
        if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        String what = Files.isSymbolicLink(path)
                ? "is a symbolic link, which is not followed: put the file itself there"
                : Files.isDirectory(path)
                        ? "is a folder: an input file is expected under this name"
                        : Files.exists(path) ? "is no plain file, maybe a pipe: put a file there" : "is not there";
        throw new ArrearsException(FailureKind.INPUT_REFUSED, path + " " + what + "; nothing was loaded");
    }
}
