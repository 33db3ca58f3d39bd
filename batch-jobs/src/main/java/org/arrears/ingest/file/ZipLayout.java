package org.arrears.ingest.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.arrears.disk.PrivateFiles;

/**
 * Where the one file of a zip archive lies and what it must be when it is unpacked.
 *
 * <p>A zip archive says everything twice, before each file and in a directory at its end, and programs differ in which
 * of the two they believe. An archive is read only if there is one file, if both say the same of it, and if there is
 * nothing before, between and behind them: then every program reads the same.
 *
 * @param start of the packed bytes in the archive
 */
record ZipLayout(long start, ZipHeader file) {

    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int END_64 = 0x06064b50;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final int LOCATOR_64_BYTES = 20;
    private static final int DESCRIPTOR = 0x08074b50;
    private static final int MOST_TAIL = 1 << 19;
    private static final int NOT_HERE_16 = 0xffff;
    private static final long NOT_HERE_32 = 0xffffffffL;

    /** Where the directory lies, how many files it names, and where what follows it begins. */
    private record Directory(long start, long bytes, long files, long next) {}

    static ZipLayout of(Path archive) throws IOException {
        try (FileChannel channel = PrivateFiles.openToRead(archive)) {
            long size = channel.size();
            ByteBuffer tail = bytes(channel, Math.max(0, size - MOST_TAIL), (int) Math.min(size, MOST_TAIL));
            Directory directory = directory(channel, tail, size);
            if (directory.files() == 0) {
                throw new IOException("the zip archive is empty or damaged");
            }
            if (directory.files() > 1) {
                throw new IOException("the zip archive holds more than one file: send each in an archive of its own");
            }
            require(directory.start() + directory.bytes() == directory.next(), "where its directory ends");
            require(directory.bytes() <= MOST_TAIL, "the length of its directory");
            requireOneEnd(tail, directory.start() - (size - tail.limit()));
            ZipHeader listed = ZipHeader.listed(bytes(channel, directory.start(), (int) directory.bytes()));
            require(listed.headerBytes() == directory.bytes(), "how many files it holds");
            require(listed.offset() == 0, "where its file begins");
            ZipHeader local = ZipHeader.local(bytes(channel, 0, (int) Math.min(directory.start(), MOST_TAIL)));
            listed.requireReadable();
            listed.requireSame(local);
            long dataEnd = local.headerBytes() + listed.packedBytes();
            requireDescriptor(channel, listed, dataEnd, directory.start());
            return new ZipLayout(local.headerBytes(), listed);
        }
    }

    /** Programs look for the end from behind, some without looking whether it fits: there must be no other. */
    private static void requireOneEnd(ByteBuffer tail, long from) throws IOException {
        int ends = 0;
        for (int i = (int) Math.max(0, Math.min(from, tail.limit())); i + 4 <= tail.limit(); i++) {
            ends += tail.getInt(i) == END ? 1 : 0;
        }
        require(ends == 1, "where it ends");
    }

    private static Directory directory(FileChannel channel, ByteBuffer tail, long size) throws IOException {
        int end = -1;
        for (int i = 0; i + END_BYTES <= tail.limit(); i++) {
            if (tail.getInt(i) == END && i + END_BYTES + ZipHeader.u16(tail, i + 20) == tail.limit()) {
                require(end < 0, "where it ends");
                end = i;
            }
        }
        if (end < 0) {
            throw new IOException("the zip archive is damaged or cut off: its directory is not at its end");
        }
        require(ZipHeader.u16(tail, end + 4) % NOT_HERE_16 == 0, "of how many parts it is");
        long at = size - tail.limit() + end;
        Directory stated = new Directory(
                ZipHeader.u32(tail, end + 16), ZipHeader.u32(tail, end + 12), ZipHeader.u16(tail, end + 10), at);
        boolean isLarge = end >= LOCATOR_64_BYTES && tail.getInt(end - LOCATOR_64_BYTES) == LOCATOR_64;
        Directory directory = isLarge
                ? largeDirectory(channel, tail.getLong(end - LOCATOR_64_BYTES + 8), at - LOCATOR_64_BYTES)
                : stated;
        requireSame(stated.start(), directory.start(), NOT_HERE_32);
        requireSame(stated.bytes(), directory.bytes(), NOT_HERE_32);
        requireSame(stated.files(), directory.files(), NOT_HERE_16);
        require(ZipHeader.u16(tail, end + 8) == stated.files(), "how many files it holds");
        return directory;
    }

    private static Directory largeDirectory(FileChannel channel, long at, long locator) throws IOException {
        ByteBuffer end = bytes(channel, at, 56);
        require(end.getInt(0) == END_64 && at + 12 + end.getLong(4) == locator, "where its directory ends");
        require(end.getLong(24) == end.getLong(32) && end.getInt(16) == 0, "how many files it holds");
        return new Directory(end.getLong(48), end.getLong(40), end.getLong(32), at);
    }

    private static void requireSame(long small, long large, long notHere) throws IOException {
        require(small == large || small == notHere, "its directory");
    }

    /** What follows the packed bytes up to the directory: nothing, or once more how many they are. */
    private static void requireDescriptor(FileChannel channel, ZipHeader file, long from, long until)
            throws IOException {
        if (!file.hasDescriptor()) {
            require(from == until, "how long its file is");
            return;
        }
        int length = (int) Math.max(-1, Math.min(until - from, MOST_TAIL));
        boolean signed = length == 16 || length == 24;
        boolean large = length == 20 || length == 24;
        require(signed || large || length == 12, "how long its file is");
        ByteBuffer descriptor = bytes(channel, from, length);
        int at = signed ? 4 : 0;
        boolean same = (!signed || descriptor.getInt(0) == DESCRIPTOR)
                && ZipHeader.u32(descriptor, at) == file.crc()
                && (large ? descriptor.getLong(at + 4) : ZipHeader.u32(descriptor, at + 4)) == file.packedBytes()
                && (large ? descriptor.getLong(at + 12) : ZipHeader.u32(descriptor, at + 8)) == file.bytes();
        require(same, "how long its file is");
    }

    private static ByteBuffer bytes(FileChannel channel, long from, int length) throws IOException {
        require(from >= 0 && from + length <= channel.size() && from + length >= from, "where its parts are");
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        int read = 0;
        while (read >= 0 && bytes.hasRemaining()) {
            read = channel.read(bytes, from + bytes.position());
        }
        require(!bytes.hasRemaining(), "where it ends");
        return bytes.flip();
    }

    static void require(boolean same, String what) throws IOException {
        if (!same) {
            throw new IOException(
                    "the zip archive is damaged or made to be read in two ways: it contradicts itself as to " + what
                            + "; pack the file anew, alone");
        }
    }
}
