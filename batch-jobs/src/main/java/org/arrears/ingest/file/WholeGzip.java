package org.arrears.ingest.file;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * Unpacks gzip, several members too. The class of the JDK takes whatever follows a member and is no header for the end:
 * a file that is cut off there, or has something appended, would be read short without a word.
 */
final class WholeGzip extends GZIPInputStream {

    private static final int TRAILER_BYTES = 8;

    WholeGzip(InputStream packed, int buffer) throws IOException {
        super(packed, buffer);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        if (count < 0 && (inf.getRemaining() > TRAILER_BYTES || in.read() >= 0)) {
            throw new EOFException("something follows the packed text that is none");
        }
        return count;
    }
}
