package org.arrears.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** {@code System.err} for logs and libraries: their UTF-8 goes to the screen like everything else. */
final class ScreenStream extends OutputStream {

    private final Screen screen;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private byte[] begun = new byte[0];

    private ScreenStream(Screen screen) {
        this.screen = screen;
    }

    static PrintStream to(Screen screen) {
        return new PrintStream(new ScreenStream(screen), true, StandardCharsets.UTF_8);
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    /** A character may come in parts: what is begun waits for its end. */
    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        ByteBuffer in = ByteBuffer.allocate(begun.length + length);
        in.put(begun).put(bytes, offset, length).flip();
        CharBuffer text = CharBuffer.allocate(in.remaining() + 1);
        decoder.decode(in, text, false);
        begun = new byte[in.remaining()];
        in.get(begun);
        screen.print(text.flip());
    }

    @Override
    public void flush() {
        screen.flush();
    }
}
