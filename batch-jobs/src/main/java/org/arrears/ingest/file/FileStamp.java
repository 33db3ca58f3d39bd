package org.arrears.ingest.file;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.arrears.disk.ReadFault;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;

/** Size and time of a file before it is read, to see afterwards whether somebody wrote to it meanwhile. */
public record FileStamp(InputFile file, long bytes, FileTime modified) {

    public static FileStamp of(InputFile file) {
        try {
            BasicFileAttributes now =
                    Files.readAttributes(file.path(), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return new FileStamp(file, now.size(), now.lastModifiedTime());
        } catch (IOException gone) {
            throw unreadable(file, gone);
        }
    }

    /** Says in which state the file lies there, with when it was last touched in any way if the file system knows. */
    public String state() {
        try {
            boolean touched =
                    file.path().getFileSystem().supportedFileAttributeViews().contains("unix");
            return bytes + " " + modified
                    + (touched ? " " + Files.getAttribute(file.path(), "unix:ctime", LinkOption.NOFOLLOW_LINKS) : "");
        } catch (IOException gone) {
            throw unreadable(file, gone);
        }
    }

    /** Refuses a file that has changed. */
    public void requireUnchanged() {
        if (!equals(of(file))) {
            throw changed(file);
        }
    }

    public static ArrearsException changed(InputFile file) {
        return new ArrearsException(
                FailureKind.INPUT_REFUSED,
                file.name() + " changed while it was read; nothing of it was loaded: let the sender finish it, or"
                        + " rename it into the inbox when it is complete, then run the same command again");
    }

    public static ArrearsException unreadable(InputFile file, IOException why) {
        return new ArrearsException(
                FailureKind.INPUT_REFUSED,
                file.name() + " cannot be read: " + why(why) + "; nothing of it was loaded",
                why);
    }

    public static String why(IOException broken) {
        if (broken instanceof EOFException) {
            return "its packed text ends early";
        }
        return broken instanceof CharacterCodingException
                ? "it is not in the expected encoding: choose another with --charset or files.charset"
                : ReadFault.why(broken);
    }
}
