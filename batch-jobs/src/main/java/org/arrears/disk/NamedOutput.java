package org.arrears.disk;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** A file being written whose name is in what is said when the disk is full. */
public final class NamedOutput extends FilterOutputStream {

    private final Path file;

    public NamedOutput(Path file, OutputStream out) {
        super(out);
        this.file = file;
    }

    @Override
    public void write(int octet) throws IOException {
        try {
            out.write(octet);
        } catch (IOException failed) {
            throw named(failed);
        }
    }

    @Override
    public void write(byte[] octets, int offset, int length) throws IOException {
        try {
            out.write(octets, offset, length);
        } catch (IOException failed) {
            throw named(failed);
        }
    }

    @Override
    public void flush() throws IOException {
        try {
            out.flush();
        } catch (IOException failed) {
            throw named(failed);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            out.close();
        } catch (IOException failed) {
            throw named(failed);
        }
    }

    private IOException named(IOException failed) {
        if (failed instanceof FileSystemException known) {
            return known;
        }
        FileSystemException named = new FileSystemException(file.toString(), null, failed.getMessage());
        named.initCause(failed);
        return named;
    }
}
