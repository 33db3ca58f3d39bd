package org.arrears.contact.letter;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.arrears.print.Figures;

/** What a letter may load: nothing but what is inside it, and no picture that fills the memory. */
final class LetterImages {

    private static final int MOST_PIXELS = 25_000_000;
    private static final String INSIDE = "data:";

    private Optional<String> fault = Optional.empty();

    /** Says whether it may be loaded. */
    boolean allows(String uri) {
        if (!uri.startsWith(INSIDE)) {
            return false;
        }
        long pixels = pixels(uri);
        if (pixels > MOST_PIXELS) {
            fault = Optional.of(String.format(
                    Locale.ROOT,
                    "has a picture of %s pixels; %s are the most",
                    Figures.grouped(pixels),
                    Figures.grouped(MOST_PIXELS)));
            return false;
        }
        return true;
    }

    /** Returns what was not allowed and is the template's fault. */
    Optional<String> fault() {
        return fault;
    }

    /** Reads a picture's size from its first bytes; 0 if it is none. */
    private static long pixels(String uri) {
        int comma = uri.indexOf(',');
        if (comma < 0 || !uri.substring(0, comma).endsWith(";base64")) {
            return 0;
        }
        try (ImageInputStream in = ImageIO.createImageInputStream(
                new ByteArrayInputStream(Base64.getMimeDecoder().decode(uri.substring(comma + 1))))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return 0;
            }
            ImageReader reader = readers.next();
            reader.setInput(in);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            reader.dispose();
            return pixels;
        } catch (IOException | IllegalArgumentException noPicture) {
            return 0;
        }
    }
}
