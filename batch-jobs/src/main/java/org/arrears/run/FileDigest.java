package org.arrears.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of a file's bytes as they lie on disk, in hex. */
public record FileDigest(String sha256, long bytes) {

    public static FileDigest of(Path path) throws IOException {
        MessageDigest digest = newDigest();
        long bytes = 0;
        byte[] buffer = new byte[1 << 17];
        try (InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
                bytes += count;
            }
        }
        return new FileDigest(HexFormat.of().formatHex(digest.digest()), bytes);
    }

    /** Returns the SHA-256 of a text's UTF-8 bytes. */
    public static String ofText(String text) {
        return ofBytes(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** Returns the SHA-256 of bytes. */
    public static String ofBytes(byte[] bytes) {
        return HexFormat.of().formatHex(newDigest().digest(bytes));
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
