package org.arrears.ingest.file;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.arrears.core.text.Shown;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;

/** The control file beside an input file, what its sender counted: {@code rows=}, {@code sha256=}, {@code sum.X=}. */
public final class ControlFile {

    private static final int MAX_BYTES = 1 << 16;

    private final String name;
    private final Map<String, String> stated;

    private ControlFile(String name, Map<String, String> stated) {
        this.name = name;
        this.stated = stated;
    }

    /** Reads the control file of an input file, if there is one. */
    public static Optional<ControlFile> of(InputFile file) {
        Path path = file.path().resolveSibling(file.name() + ".ctl");
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        String name = file.name() + ".ctl";
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            throw refused(name, "is no plain file: links, pipes and folders are not read");
        }
        try {
            if (Files.size(path) > MAX_BYTES) {
                throw refused(name, "is larger than " + MAX_BYTES + " bytes");
            }
            return Optional.of(new ControlFile(name, parse(name, Files.readString(path, StandardCharsets.UTF_8))));
        } catch (IOException unreadable) {
            throw refused(name, "cannot be read: " + FileStamp.why(unreadable));
        }
    }

    private static Map<String, String> parse(String name, String text) {
        Map<String, String> stated = new LinkedHashMap<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            String trimmed = line.strip();
            if (trimmed.isEmpty() || trimmed.startsWith("#")) {
                continue;
            }
            int equals = trimmed.indexOf('=');
            String key = equals < 0 ? trimmed : trimmed.substring(0, equals).strip();
            String value = equals < 0 ? "" : trimmed.substring(equals + 1).strip();
            if (!isGood(key, value)) {
                throw refused(
                        name + ":" + number,
                        Shown.quoted(trimmed) + " is none of rows=COUNT, sha256=HEX, sum.COLUMN=DECIMAL");
            }
            if (stated.put(key, value) != null) {
                throw refused(name + ":" + number, "states " + key + " twice");
            }
        }
        return stated;
    }

    private static boolean isGood(String key, String value) {
        return switch (key) {
            case "rows" -> value.matches("[0-9]{1,15}");
            case "sha256" -> value.matches("[0-9a-fA-F]{64}");
            default -> key.startsWith("sum.") && value.matches("-?[0-9]{1,18}(\\.[0-9]{1,8})?");
        };
    }

    /** Says whether it proves that the file is whole; rows do not, for a row that is cut off is counted too. */
    boolean statesDigest() {
        return stated.containsKey("sha256");
    }

    /** Refuses the file if its digest is not the stated one. */
    public void checkDigest(String sha256) {
        String expected = stated.get("sha256");
        if (expected != null && !expected.equalsIgnoreCase(sha256)) {
            throw mismatch("sha256", expected, sha256);
        }
    }

    /** Refuses the file if rows or sums are not the stated ones. */
    public void checkTotals(ControlTotals totals, Layout layout) {
        String rows = stated.get("rows");
        if (rows != null && Long.parseLong(rows) != totals.rows()) {
            throw mismatch("rows", rows, Long.toString(totals.rows()));
        }
        Map<String, BigDecimal> sums = totals.sumsAsSent(layout);
        stated.forEach((key, value) -> {
            if (key.startsWith("sum.")) {
                BigDecimal counted = sums.get(key.substring("sum.".length()));
                if (counted == null) {
                    throw refused(name, "states " + key + ", but only these are summed: " + sums.keySet());
                }
                if (counted.compareTo(new BigDecimal(value)) != 0) {
                    throw mismatch(key, value, counted.stripTrailingZeros().toPlainString());
                }
            }
        });
    }

    private ArrearsException mismatch(String what, String expected, String counted) {
        return refused(
                name,
                "states " + what + " " + expected + ", the file has " + counted
                        + "; nothing of the file was loaded: ask the sender for both again");
    }

    private static ArrearsException refused(String place, String why) {
        return new ArrearsException(FailureKind.INPUT_REFUSED, place + ": the control file " + why);
    }
}
