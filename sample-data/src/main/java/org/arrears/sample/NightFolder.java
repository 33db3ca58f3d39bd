package org.arrears.sample;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The inbox folder of one business date, written under another name until {@link #publish} makes it whole. */
final class NightFolder implements Closeable {
    private final Path partial;
    private final Path published;
    private final EnumMap<InboxFile, CsvFile> files = new EnumMap<>(InboxFile.class);

    NightFolder(Path out, LocalDate date) throws IOException {
        this.published = path(out, date);
        this.partial = out.resolve("." + date + ".partial");
        PrivateFiles.createFolders(partial);
        removeLeftovers();
        for (InboxFile kind : InboxFile.values()) {
            files.put(kind, new CsvFile(partial, kind));
        }
    }

    static Path path(Path out, LocalDate date) {
        return out.resolve(date.toString());
    }

    CsvFile file(InboxFile kind) {
        CsvFile file = files.get(kind);
        if (file == null) {
            throw new IllegalStateException("already published: " + published);
        }
        return file;
    }

    /** Closes the files, drops the empty ones, gives the folder its name; returns one line per file. */
    List<String> publish() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Map.Entry<InboxFile, CsvFile> entry : files.entrySet()) {
            CsvFile file = entry.getValue();
            if (file.rows() == 0 && !entry.getKey().required()) {
                file.discard();
                continue;
            }
            file.close();
            lines.add(published.getFileName() + "/" + entry.getKey().fileName() + ": rows " + file.rows());
        }
        files.clear();
        Files.move(partial, published);
        return lines;
    }

    /** Lets go of the files of a night that failed before it was published. */
    @Override
    public void close() throws IOException {
        for (CsvFile file : files.values()) {
            file.discard();
        }
        files.clear();
    }

    private void removeLeftovers() throws IOException {
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(partial)) {
            for (Path leftover : leftovers) {
                Files.delete(leftover);
            }
        }
    }
}
