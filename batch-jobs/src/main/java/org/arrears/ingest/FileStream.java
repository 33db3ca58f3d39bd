package org.arrears.ingest;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;

/** Opens an input file as text: unpacked, without byte order mark, strictly decoded. */
final class FileStream {

    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final int BUFFER = 1 << 16;

    private FileStream() {}

    static Reader open(InputFile file, Charset charset) throws IOException {
        InputStream bytes = unpack(
                file.name(),
                new BufferedInputStream(Files.newInputStream(file.path(), LinkOption.NOFOLLOW_LINKS), BUFFER));
        return withoutMark(new InputStreamReader(
                bytes,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    private static InputStream unpack(String name, InputStream packed) throws IOException {
        if (name.endsWith(".gz")) {
            return new GZIPInputStream(packed, BUFFER);
        }
        if (name.endsWith(".zip")) {
            ZipInputStream zip = new ZipInputStream(packed);
            if (zip.getNextEntry() == null) {
                throw new IOException("the zip archive is empty or damaged");
            }
            return new OnlyEntry(zip);
        }
        return packed;
    }

    /** Passes over the byte order mark, which decodes to the same character from every encoding. */
    private static Reader withoutMark(Reader text) throws IOException {
        PushbackReader ahead = new PushbackReader(text, 1);
        int first = ahead.read();
        if (first >= 0 && first != BYTE_ORDER_MARK) {
            ahead.unread(first);
        }
        return ahead;
    }

    /** The one entry of a zip archive; a second one is an error where the first ends, not rows that are never read. */
    private static final class OnlyEntry extends FilterInputStream {

        private final ZipInputStream zip;

        OnlyEntry(ZipInputStream zip) {
            super(zip);
            this.zip = zip;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = zip.read(target, offset, length);
            if (count < 0 && zip.getNextEntry() != null) {
                throw new IOException("the zip archive holds more than one file");
            }
            return count;
        }
    }
}
