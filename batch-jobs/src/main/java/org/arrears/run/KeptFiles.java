package org.arrears.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The table {@code run_file}: what a complete step has written into the run folder, so that the next attempt can trust
 * what it finds there, or see that it cannot.
 */
final class KeptFiles {

    private static final Logger LOG = LoggerFactory.getLogger(KeptFiles.class);

    private final JdbcClient jdbc;
    private final Run run;
    private final RunFolder folder;

    KeptFiles(JdbcClient jdbc, Run run) {
        this.jdbc = jdbc;
        this.run = run;
        this.folder = new RunFolder(run);
    }

    Run run() {
        return run;
    }

    /** Notes what a step has written, in the transaction of its work; a file that it took away again is no more. */
    void note(Collection<String> files) throws IOException {
        for (String file : files) {
            Path path = folder.partial().resolve(file);
            if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                FileDigest digest = FileDigest.of(path);
                jdbc.sql("""
                                INSERT INTO run_file (run_id, file, bytes, sha256) VALUES (?, ?, ?, ?)
                                ON CONFLICT (run_id, file) DO UPDATE
                                SET bytes = excluded.bytes, sha256 = excluded.sha256
                                """)
                        .params(run.runId(), file, digest.bytes(), digest.sha256())
                        .update();
            }
        }
    }

    /** Forgets all: the folder is begun anew. */
    void forget() {
        jdbc.sql("DELETE FROM run_file WHERE run_id = ?").params(run.runId()).update();
    }

    /**
     * Takes over the folder of the attempt before, if every file is in it that its steps have noted, byte for byte;
     * whatever else lies there is removed. If one is missing or changed, all that is noted is forgotten.
     */
    FolderState takeOver() throws IOException {
        FolderState found = found(noted());
        if (found == FolderState.NONE) {
            forget();
        }
        return found;
    }

    private FolderState found(Map<String, FileDigest> noted) throws IOException {
        if (folder.adopt()) {
            folder.retain(noted.keySet());
            return isWhole(folder.partial(), noted) ? FolderState.KEPT : FolderState.NONE;
        }
        return isOurs(folder.published()) && isWhole(folder.published(), noted)
                ? FolderState.PUBLISHED
                : FolderState.NONE;
    }

    private Map<String, FileDigest> noted() {
        Map<String, FileDigest> noted = new TreeMap<>();
        jdbc.sql("SELECT file, sha256, bytes FROM run_file WHERE run_id = ?")
                .params(run.runId())
                .query((row, number) ->
                        noted.put(row.getString("file"), new FileDigest(row.getString("sha256"), row.getLong("bytes"))))
                .list();
        return noted;
    }

    private static boolean isWhole(Path folder, Map<String, FileDigest> noted) throws IOException {
        for (Map.Entry<String, FileDigest> file : noted.entrySet()) {
            Path path = folder.resolve(file.getKey());
            if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                    || !FileDigest.of(path).equals(file.getValue())) {
                LOG.warn("{} is not as it was written: the folder is made anew", path);
                return false;
            }
        }
        return true;
    }

    /** Says whether a published folder is of this run; the one of the run that it replaces may lie there. */
    private boolean isOurs(Path published) {
        try {
            return JsonMapper.shared()
                    .readTree(Files.readString(published.resolve("manifest.json")))
                    .path("run_id")
                    .asString("")
                    .equals(run.runId());
        } catch (IOException | JacksonException none) {
            return false;
        }
    }
}
