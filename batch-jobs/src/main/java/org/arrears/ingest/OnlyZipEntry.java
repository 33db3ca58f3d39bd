package org.arrears.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/** The one file in a zip archive; an archive that holds none, several or a path is not read. */
final class OnlyZipEntry extends FilterInputStream {

    private final ZipInputStream zip;

    private OnlyZipEntry(ZipInputStream zip) {
        super(zip);
        this.zip = zip;
    }

    /** Refuses an archive without its directory at the end: it is cut off, and its length is anybody's guess. */
    static void requireWhole(Path archive) throws IOException {
        try (ZipFile whole = new ZipFile(archive.toFile(), StandardCharsets.ISO_8859_1)) {
            if (whole.size() > 1) {
                throw severalFiles();
            }
        } catch (ZipException damaged) {
            throw new IOException("the zip archive is damaged or cut off: " + damaged.getMessage(), damaged);
        }
    }

    private static IOException severalFiles() {
        return new IOException("the zip archive holds more than one file: send each in an archive of its own");
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
            throw severalFiles();
        }
        return count;
    }
}
