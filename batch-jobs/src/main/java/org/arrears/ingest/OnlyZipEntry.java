package org.arrears.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The one file in a zip archive; an archive that holds none, several or a path is not read. */
final class OnlyZipEntry extends FilterInputStream {

    private final ZipInputStream zip;

    private OnlyZipEntry(ZipInputStream zip) {
        super(zip);
        this.zip = zip;
    }

    static InputStream of(InputStream packed) throws IOException {
        // Names are only looked at: in ISO 8859-1 no byte of them is malformed.
        ZipInputStream zip = new ZipInputStream(packed, StandardCharsets.ISO_8859_1);
        ZipEntry entry = next(zip);
        if (entry == null) {
            throw new IOException("the zip archive is empty or damaged");
        }
        String name = entry.getName();
        if (entry.isDirectory() || name.contains("/") || name.contains("\\") || name.contains("..")) {
            throw new IOException("the zip archive holds a folder or path: put the file alone into it");
        }
        return new OnlyZipEntry(zip);
    }

    private static @org.jspecify.annotations.Nullable ZipEntry next(ZipInputStream zip) throws IOException {
        try {
            return zip.getNextEntry();
        } catch (IllegalArgumentException damagedName) {
            throw new IOException("the zip archive is damaged: " + damagedName.getMessage(), damagedName);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = zip.read(target, offset, length);
        if (count < 0 && next(zip) != null) {
            throw new IOException("the zip archive holds more than one file: send each in an archive of its own");
        }
        return count;
    }
}
