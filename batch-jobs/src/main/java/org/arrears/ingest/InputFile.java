package org.arrears.ingest;

import java.nio.file.Path;

/**
 * One file to be read.
 *
 * @param corrected whether it holds the corrected rows of a reject file: UTF-8, and only a part of what it names
 */
record InputFile(FileKind kind, Path path, long bytes, boolean corrected) {

    InputFile(FileKind kind, Path path, long bytes) {
        this(kind, path, bytes, false);
    }

    String name() {
        return path.getFileName().toString();
    }
}
