package org.arrears.ingest;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;

/** Opens an input file as text: unpacked, without byte order mark, strictly decoded. */
final class FileStream {

    private static final byte[] BOM = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final int BUFFER = 1 << 16;

    private FileStream() {}

    static Reader open(InputFile file, Charset charset) throws IOException {
        InputStream bytes = unpack(
                file.name(),
                new BufferedInputStream(Files.newInputStream(file.path(), LinkOption.NOFOLLOW_LINKS), BUFFER));
        InputStream plain = charset.equals(StandardCharsets.UTF_8) ? withoutBom(bytes) : bytes;
        return new InputStreamReader(
                plain,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
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
            return zip;
        }
        return packed;
    }

    private static InputStream withoutBom(InputStream in) throws IOException {
        PushbackInputStream ahead = new PushbackInputStream(in, BOM.length);
        byte[] start = ahead.readNBytes(BOM.length);
        if (!Arrays.equals(start, BOM)) {
            ahead.unread(start);
        }
        return ahead;
    }
}
