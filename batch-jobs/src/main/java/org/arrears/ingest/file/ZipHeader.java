package org.arrears.ingest.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * What a zip archive says of a file, before it or in its directory.
 *
 * @param name in ISO 8859-1, where no byte is malformed: names are only looked at
 * @param headerBytes of the header itself, its name and whatever follows it
 * @param offset in the archive, 0 for a header that stands before its file
 */
record ZipHeader(
        int flags, int method, long crc, long packedBytes, long bytes, String name, long headerBytes, long offset) {

    private static final int LISTED = 0x02014b50;
    private static final int LISTED_BYTES = 46;
    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_BYTES = 30;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int HAS_DESCRIPTOR = 0x0008;

    /** How hard it was packed, lengths behind the file, names in UTF-8. */
    private static final int KNOWN_FLAGS = 0x0006 | HAS_DESCRIPTOR | 0x0800;

    private static final int LARGE = 1;
    private static final long ELSEWHERE = 0xffffffffL;

    /** Reads a header of the directory. */
    static ZipHeader listed(ByteBuffer header) throws IOException {
        ZipLayout.require(header.limit() >= LISTED_BYTES && header.getInt(0) == LISTED, "where its directory is");
        int name = u16(header, 28);
        int extra = u16(header, 30);
        int end = LISTED_BYTES + name + extra + u16(header, 32);
        ZipLayout.require(end <= header.limit(), "the length of its directory");
        long[] sizes = {u32(header, 24), u32(header, 20), u32(header, 42)};
        replaceLarge(header, LISTED_BYTES + name, extra, sizes);
        return new ZipHeader(
                u16(header, 8),
                u16(header, 10),
                u32(header, 16),
                sizes[1],
                sizes[0],
                text(header, LISTED_BYTES, name),
                end,
                sizes[2]);
    }

    /** Reads a header that stands before its file. */
    static ZipHeader local(ByteBuffer header) throws IOException {
        ZipLayout.require(header.limit() >= LOCAL_BYTES && header.getInt(0) == LOCAL, "where its file begins");
        int name = u16(header, 26);
        int extra = u16(header, 28);
        int end = LOCAL_BYTES + name + extra;
        ZipLayout.require(end <= header.limit(), "where its file begins");
        long[] sizes = {u32(header, 22), u32(header, 18)};
        replaceLarge(header, LOCAL_BYTES + name, extra, sizes);
        return new ZipHeader(
                u16(header, 6), u16(header, 8), u32(header, 14), sizes[1], sizes[0], text(header, 30, name), end, 0);
    }

    /** Puts the sizes of 64 bits in the place of those that say so, in their order. */
    private static void replaceLarge(ByteBuffer header, int from, int length, long[] sizes) throws IOException {
        int end = from + length;
        for (int at = from; at + 4 <= end; at += 4 + u16(header, at + 2)) {
            if (u16(header, at) == LARGE) {
                int next = at + 4;
                for (int i = 0; i < sizes.length; i++) {
                    if (sizes[i] == ELSEWHERE) {
                        ZipLayout.require(next + 8 <= end, "how long its file is");
                        sizes[i] = header.getLong(next);
                        next += 8;
                    }
                }
                return;
            }
        }
    }

    boolean hasDescriptor() {
        return (flags & HAS_DESCRIPTOR) != 0;
    }

    boolean isDeflated() {
        return method == DEFLATED;
    }

    /** Refuses a file that is packed in another way, and a name that is none. */
    void requireReadable() throws IOException {
        if ((flags & ~KNOWN_FLAGS) != 0 || !(isDeflated() || (method == STORED && !hasDescriptor()))) {
            throw new IOException("the zip archive is encrypted or packed in a way that is not read: use deflate");
        }
        if (name.isEmpty() || name.contains("/") || name.contains("\\") || name.contains("..")) {
            throw new IOException("the zip archive holds a folder or path: put the file alone into it");
        }
    }

    /** Refuses a file of which the header before it says something else; it may leave its lengths to what follows. */
    void requireSame(ZipHeader local) throws IOException {
        ZipLayout.require(name.equals(local.name), "its file's name");
        ZipLayout.require(flags == local.flags && method == local.method, "how its file is packed");
        boolean later = hasDescriptor();
        ZipLayout.require(
                isSame(local.crc, crc, later)
                        && isSame(local.packedBytes, packedBytes, later)
                        && isSame(local.bytes, bytes, later),
                "how long its file is");
    }

    private static boolean isSame(long before, long listed, boolean later) {
        return before == listed || (later && before == 0);
    }

    static int u16(ByteBuffer bytes, int at) {
        return Short.toUnsignedInt(bytes.getShort(at));
    }

    static long u32(ByteBuffer bytes, int at) {
        return Integer.toUnsignedLong(bytes.getInt(at));
    }

    private static String text(ByteBuffer bytes, int at, int length) {
        byte[] text = new byte[length];
        bytes.get(at, text);
        return new String(text, StandardCharsets.ISO_8859_1);
    }
}
