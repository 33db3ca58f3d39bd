package org.arrears.ingest.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The one file in a zip archive, unpacked: exactly the bytes that both of its headers state, and their sum checked. */
final class OnlyZipEntry extends InputStream {

    private static final int BUFFER = 1 << 16;

    private final InputStream packed;
    private final ZipHeader file;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 sum = new CRC32();
    private final byte[] input = new byte[BUFFER];
    private long left;
    private long count;
    private boolean checked;

    private OnlyZipEntry(InputStream packed, ZipHeader file) {
        this.packed = packed;
        this.file = file;
        this.left = file.packedBytes();
    }

    /**
     * Opens the file in an archive.
     *
     * @param bytes of the archive, from its beginning
     */
    static InputStream of(Path archive, InputStream bytes) throws IOException {
        ZipLayout layout = ZipLayout.of(archive);
        bytes.skipNBytes(layout.start());
        return new OnlyZipEntry(bytes, layout.file());
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int read = file.isDeflated() ? inflated(target, offset, length) : stored(target, offset, length);
        if (read < 0) {
            requireWhole();
            return read;
        }
        sum.update(target, offset, read);
        count += read;
        return read;
    }

    private int inflated(byte[] target, int offset, int length) throws IOException {
        try {
            int read = 0;
            while (read == 0 && !inflater.finished()) {
                if (inflater.needsInput()) {
                    inflater.setInput(input, 0, Math.max(stored(input, 0, BUFFER), 0));
                    requireMore();
                }
                read = inflater.inflate(target, offset, length);
                if (inflater.needsDictionary()) {
                    throw damaged();
                }
            }
            return read == 0 ? -1 : read;
        } catch (DataFormatException broken) {
            throw new IOException("the zip archive is damaged: " + broken.getMessage(), broken);
        }
    }

    private void requireMore() throws IOException {
        if (inflater.needsInput()) {
            throw damaged();
        }
    }

    private int stored(byte[] target, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int read = packed.read(target, offset, (int) Math.min(left, length));
        if (read < 0) {
            throw damaged();
        }
        left -= read;
        return read;
    }

    private void requireWhole() throws IOException {
        boolean whole =
                left == 0 && inflater.getRemaining() == 0 && count == file.bytes() && sum.getValue() == file.crc();
        if (!checked && !whole) {
            throw damaged();
        }
        checked = true;
    }

    private static IOException damaged() {
        return new IOException("the zip archive is damaged: its file is not what is stated of it; ask for it again");
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        packed.close();
    }
}
