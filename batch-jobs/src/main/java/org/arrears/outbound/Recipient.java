package org.arrears.outbound;

import java.util.regex.Pattern;

/** Who gets a file: its folder is handed over as a whole. */
public record Recipient(String folder) {

    private static final Pattern FOLDER = Pattern.compile("[^/\\\\]+(/[^/\\\\]+)*");

    /** The lender's own people: figures of the date. */
    public static final Recipient REPORT_READERS = new Recipient("reports");

    /** Whoever mends the rows that were rejected. */
    public static final Recipient REJECT_MENDERS = new Recipient("rejects");

    public Recipient {
        if (!FOLDER.matcher(folder).matches()) {
            throw new IllegalStateException("not a folder of its own: " + folder);
        }
    }

    /** An agency, by its code. */
    public static Recipient agency(String code) {
        return new Recipient("agencies/" + code);
    }

    /** Returns where in the run folder a file for this recipient lies. */
    public String path(String file) {
        return folder + "/" + file;
    }
}
