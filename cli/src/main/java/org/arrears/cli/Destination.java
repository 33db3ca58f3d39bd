package org.arrears.cli;

import java.io.BufferedOutputStream;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.function.Function;
import org.arrears.disk.OnDisk;
import org.arrears.disk.PrivateFiles;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;

/** Where a result goes: stdout, or a file that appears complete, readable by its owner only, or not at all. */
final class Destination {

    static final String STDOUT = "-";

    private final Console console;
    private final String name;

    Destination(Console console, String name) {
        this.console = console;
        this.name = name;
    }

    /** Writes to something open. */
    interface Writing<W, T> {

        T to(W out) throws IOException;
    }

    boolean isStdout() {
        return name.equals(STDOUT);
    }

    String shown() {
        return isStdout() ? "stdout" : name;
    }

    /** Writes text in UTF-8. */
    <T> T text(Writing<Writer, T> writing) {
        if (isStdout()) {
            return guarded(() -> {
                Writer out = new CheckedWriter(console.data());
                T result = writing.to(out);
                out.flush();
                return result;
            });
        }
        return bytes(stream -> {
            Writer out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
            T result = writing.to(out);
            out.flush();
            return result;
        });
    }

    /** Prints what people can read, made harmless for a terminal. */
    <T> T screen(Function<Screen, T> printing) {
        if (isStdout()) {
            return printing.apply(console.out());
        }
        return text(writer -> {
            Screen screen = Screen.ofResults(new PrintWriter(writer));
            T result = printing.apply(screen);
            if (screen.checkError()) {
                throw new IOException("it does not take all that is written");
            }
            return result;
        });
    }

    /** Writes bytes. */
    <T> T bytes(Writing<OutputStream, T> writing) {
        if (isStdout()) {
            return guarded(() -> flushed(console.bytes(), writing));
        }
        Path file = Path.of(name).toAbsolutePath();
        return guarded(() -> Files.exists(file) && !Files.isRegularFile(file)
                ? buffered(PrivateFiles.rewrite(file), writing)
                : renamed(Files.exists(file) ? file.toRealPath() : file, writing));
    }

    /** Writes under a temporary name beside the file; it goes away also when a signal ends the command. */
    private static <T> T renamed(Path file, Writing<OutputStream, T> writing) throws IOException {
        Path partial = Files.createTempFile(
                Objects.requireNonNull(file.getParent()), "." + file.getFileName() + ".", ".partial");
        partial.toFile().deleteOnExit();
        try {
            T result = buffered(PrivateFiles.rewrite(partial), writing);
            OnDisk.file(partial);
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            OnDisk.folder(Objects.requireNonNull(file.getParent()));
            return result;
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    /** Leaves stdout open for what comes after. */
    private static <T> T flushed(OutputStream stdout, Writing<OutputStream, T> writing) throws IOException {
        OutputStream out = new BufferedOutputStream(stdout, 1 << 16);
        T result = writing.to(out);
        out.flush();
        return result;
    }

    private static <T> T buffered(OutputStream stream, Writing<OutputStream, T> writing) throws IOException {
        try (OutputStream out = new BufferedOutputStream(stream, 1 << 16)) {
            return writing.to(out);
        }
    }

    private interface Attempt<T> {

        T run() throws IOException;
    }

    private <T> T guarded(Attempt<T> attempt) {
        try {
            return attempt.run();
        } catch (IOException unwritable) {
            if (isStdout() && console.readerHasGone()) {
                throw new ReaderGoneException(unwritable);
            }
            throw new ArrearsException(
                    FailureKind.FAILED,
                    shown() + " cannot be written: " + unwritable.getClass().getSimpleName() + " "
                            + unwritable.getMessage() + "; check the folder, its permissions and the space left",
                    unwritable);
        }
    }

    /** Stdout, which must not lose text silently: whoever read it may have gone. */
    private static final class CheckedWriter extends FilterWriter {

        private static final int CHECK_EVERY = 1 << 16;

        private final PrintWriter stdout;
        private int unchecked;

        CheckedWriter(PrintWriter stdout) {
            super(stdout);
            this.stdout = stdout;
        }

        @Override
        public void write(String text, int offset, int length) throws IOException {
            stdout.write(text, offset, length);
            unchecked += length;
            if (unchecked >= CHECK_EVERY) {
                flush();
            }
        }

        @Override
        public void flush() throws IOException {
            unchecked = 0;
            if (stdout.checkError()) {
                throw new IOException("it does not take all that is written");
            }
        }
    }
}
