package org.arrears.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * Stdout, which remembers why it could not be written: that its reader has had enough is no failure, a full disk is.
 *
 * <p>Writers for text swallow what goes wrong beneath them, so it is asked for at the end.
 */
final class Stdout extends FilterOutputStream {

    private final boolean pipe;
    private Optional<IOException> fault = Optional.empty();

    /**
     * Takes the stream itself.
     *
     * @param pipe whether it is known to lead to another program
     */
    Stdout(OutputStream out, boolean pipe) {
        super(out);
        this.pipe = pipe;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException failed) {
            fault = fault.or(() -> Optional.of(failed));
            throw failed;
        }
    }

    /** Says whether whoever read has gone, as {@code head} does when it has had its lines. */
    boolean readerHasGone() {
        return fault.filter(
                        failed -> pipe || String.valueOf(failed.getMessage()).contains("Broken pipe"))
                .isPresent();
    }

    /** Returns what kept the result from being written, other than a reader that has gone. */
    Optional<IOException> failure() {
        return readerHasGone() ? Optional.empty() : fault;
    }
}
