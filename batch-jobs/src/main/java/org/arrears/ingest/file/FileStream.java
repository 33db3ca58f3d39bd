package org.arrears.ingest.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.LinkOption;

/** An input file as text: unpacked up to a limit, without byte order mark, strictly decoded. */
final class FileStream {

    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final int BUFFER = 1 << 16;

    private final CountedInput packed;
    private final Reader reader;

    private FileStream(CountedInput packed, Reader reader) {
        this.packed = packed;
        this.reader = reader;
    }

    static FileStream open(InputFile file, Dialect dialect) throws IOException {
        CountedInput packed =
                new CountedInput(Files.newInputStream(file.path(), LinkOption.NOFOLLOW_LINKS), Long.MAX_VALUE);
        try {
            return new FileStream(packed, text(file, packed, dialect));
        } catch (IOException | RuntimeException broken) {
            packed.close();
            throw broken;
        }
    }

    private static Reader text(InputFile file, CountedInput packed, Dialect dialect) throws IOException {
        InputStream bytes = unpack(file, new BufferedInputStream(packed, BUFFER), dialect.maxUnpacked());
        Charset charset = dialect.charset(file);
        return withoutMark(new InputStreamReader(
                bytes,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    private static InputStream unpack(InputFile file, InputStream packed, long limit) throws IOException {
        if (file.name().endsWith(".gz")) {
            return new CountedInput(new WholeGzip(packed, BUFFER), limit);
        }
        if (file.name().endsWith(".zip")) {
            return new CountedInput(OnlyZipEntry.of(file.path(), packed), limit);
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

    Reader reader() {
        return reader;
    }

    /** Returns how many bytes of the file as it lies on disk have been read. */
    long bytesRead() {
        return packed.count();
    }
}
