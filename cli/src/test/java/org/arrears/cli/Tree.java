package org.arrears.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.arrears.run.FileDigest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A folder that a run published, to be compared and read. */
final class Tree {

    private final Path root;

    Tree(Path root) {
        this.root = root;
    }

    /** Each file's path with the digest of its bytes. */
    SortedMap<String, String> bytes() {
        return each(path -> Files.isDirectory(path) ? "folder" : digest(path));
    }

    /** The bytes of those files that must be the same however often and late a run was made. */
    SortedMap<String, String> results() {
        SortedMap<String, String> files = bytes();
        files.keySet().removeIf(name -> name.endsWith(".json"));
        return files;
    }

    /** Each path with bytes and time of change. */
    SortedMap<String, String> bytesAndTimes() {
        return each(path -> (Files.isDirectory(path) ? "folder" : digest(path)) + " " + changed(path));
    }

    /** Each path with its permissions. */
    SortedMap<String, String> modes() {
        return each(path -> {
            try {
                return (Files.isDirectory(path) ? "d" : "-")
                        + PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
    }

    /** The paths down to a depth. */
    Set<String> names(int depth) {
        try (Stream<Path> paths = Files.walk(root, depth)) {
            return paths.map(path -> root.relativize(path).toString()).collect(Collectors.toSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private SortedMap<String, String> each(Function<Path, String> described) {
        SortedMap<String, String> all = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root)) {
            paths.forEach(path -> all.put(root.relativize(path).toString(), described.apply(path)));
            return all;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String digest(Path path) {
        try {
            return FileDigest.of(path).sha256();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String changed(Path path) {
        try {
            return Files.getLastModifiedTime(path).toString();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    boolean has(String file) {
        return Files.exists(root.resolve(file));
    }

    Path path(String file) {
        return root.resolve(file);
    }

    String text(String file) {
        try {
            return Files.readString(root.resolve(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    JsonNode json(String file) {
        return JsonMapper.shared().readTree(text(file));
    }

    /** The rows of a CSV file by column; a trailer row is not among them. */
    List<Map<String, String>> rows(String file) {
        return records(file).stream()
                .filter(row -> !row.get(0).equals("TRAILER"))
                .map(CSVRecord::toMap)
                .toList();
    }

    /** The fields of the trailer row of a CSV file. */
    List<String> trailer(String file) {
        return records(file).stream()
                .filter(row -> row.get(0).equals("TRAILER"))
                .findFirst()
                .orElseThrow()
                .toList();
    }

    private List<CSVRecord> records(String file) {
        try (CSVParser csv = CSVParser.parse(
                text(file),
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            return csv.getRecords();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
