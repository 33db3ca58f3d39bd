package org.arrears.disk;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Why a file cannot be read, in words. */
public final class ReadFault {

    private ReadFault() {}

    public static String why(IOException broken) {
        if (broken instanceof AccessDeniedException) {
            return "permission denied";
        }
        return broken instanceof NoSuchFileException ? "it is not there any more" : String.valueOf(broken.getMessage());
    }
}
