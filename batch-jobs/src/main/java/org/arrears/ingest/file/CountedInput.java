package org.arrears.ingest.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes that go through and stops at a limit. */
final class CountedInput extends FilterInputStream {

    private final long limit;
    private long count;

    CountedInput(InputStream in, long limit) {
        super(in);
        this.limit = limit;
    }

    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        add(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        add(Math.max(read, 0));
        return read;
    }

    private void add(int more) throws IOException {
        count += more;
        if (count > limit) {
            throw new IOException("it unpacks to more than " + limit
                    + " bytes, the limit of files.max-unpacked: a damaged or hostile archive, or raise the limit");
        }
    }
}
