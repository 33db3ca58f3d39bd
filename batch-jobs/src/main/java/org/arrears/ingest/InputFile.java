package org.arrears.ingest;

import java.nio.file.Path;

/** One file of an inbox. */
record InputFile(FileKind kind, Path path, long bytes) {

    String name() {
        return path.getFileName().toString();
    }
}
