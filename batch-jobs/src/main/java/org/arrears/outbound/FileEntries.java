package org.arrears.outbound;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.arrears.run.FileDigest;
import org.arrears.run.RunFolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The entries of the files for others in an unfinished folder: kept in it, one beside each file, so that whoever
 * publishes it has them, in another process too. They do not leave with it.
 */
public final class FileEntries {

    private static final String FOLDER = ".entries";
    private static final String ENDING = ".json";

    private final RunFolder folder;

    public FileEntries(RunFolder folder) {
        this.folder = folder;
    }

    /** Says whether there are any, or none any more. */
    public boolean exist() {
        return Files.isDirectory(folder.partial().resolve(FOLDER));
    }

    /** Says whether a file of the folder is one of them. */
    public static boolean isOne(String file) {
        return file.startsWith(FOLDER + "/");
    }

    void keep(FileEntry entry) throws IOException {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", entry.file());
        json.put("bytes", entry.digest().bytes());
        json.put("sha256", entry.digest().sha256());
        json.put("rows", entry.totals().rows());
        json.put("sums_minor", entry.totals().sumsMinor());
        try (OutputStream out = folder.open(FOLDER + "/" + entry.file() + ENDING)) {
            out.write(JsonMapper.shared().writeValueAsString(json).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Returns all, by the path of their file. */
    public Map<String, FileEntry> all() throws IOException {
        Map<String, FileEntry> entries = new TreeMap<>();
        for (String file : folder.files()) {
            if (isOne(file)) {
                FileEntry entry = read(folder.partial().resolve(file));
                entries.put(entry.file(), entry);
            }
        }
        return entries;
    }

    private static FileEntry read(Path path) throws IOException {
        JsonNode json = JsonMapper.shared().readTree(Files.readString(path));
        SortedMap<String, Long> sums = new TreeMap<>();
        json.path("sums_minor")
                .properties()
                .forEach(sum -> sums.put(sum.getKey(), sum.getValue().asLong()));
        return new FileEntry(
                json.path("file").asString(),
                new FileDigest(
                        json.path("sha256").asString(), json.path("bytes").asLong()),
                new ControlTotals(json.path("rows").asLong(), sums));
    }

    /** Takes them away. */
    public void delete() throws IOException {
        RunFolder.delete(folder.partial().resolve(FOLDER));
    }

    /** Returns all of them as they lie there, to be put back if the folder cannot be published without them. */
    public Map<Path, byte[]> asTheyAre() throws IOException {
        Map<Path, byte[]> files = new TreeMap<>();
        if (exist()) {
            try (Stream<Path> paths = Files.walk(folder.partial().resolve(FOLDER))) {
                for (Path path : paths.filter(Files::isRegularFile).toList()) {
                    files.put(path, Files.readAllBytes(path));
                }
            }
        }
        return files;
    }

    /** Puts them back. */
    public void putBack(Map<Path, byte[]> files) throws IOException {
        for (Map.Entry<Path, byte[]> file : files.entrySet()) {
            String relative = folder.partial().relativize(file.getKey()).toString();
            try (OutputStream out = folder.open(relative)) {
                out.write(file.getValue());
            }
        }
    }
}
