package org.arrears.ingest.load;

import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code source_file}. */
public final class SourceFileTable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    public SourceFileTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Says whether a file's content was taken with its mapping for its date or a later one, and none with other
     * content under its name since: for that date, or for any if nobody named one.
     */
    boolean knows(SourceFile file) {
        return jdbc.sql("""
                        SELECT EXISTS (
                            SELECT 1 FROM source_file f
                            WHERE sha256 = :sha256 AND as_of >= :asOf AND coalesce(mapping_sha256, '') = :mapping
                              AND NOT EXISTS (SELECT 1 FROM source_file n
                                              WHERE n.name = f.name AND n.file_no > f.file_no
                                                AND (n.as_of = f.as_of OR NOT :dated)))
                        """)
                .param("sha256", file.sha256())
                .param("asOf", file.asOf())
                .param("mapping", file.mappingSha256())
                .param("dated", file.dated())
                .query(Boolean.class)
                .single();
    }

    /** Returns the next file number; only the holder of the run lock asks. */
    int nextFileNo() {
        return jdbc.sql("SELECT coalesce(max(file_no), 0) + 1 FROM source_file")
                .query(Integer.class)
                .single();
    }

    void insert(SourceFile file) {
        jdbc.sql("""
                        INSERT INTO source_file
                            (file_no, run_id, as_of, kind, name, sha256, bytes, rows, accepted, rejected, sums,
                             mapping_sha256, dated, outdated, repeated, cleared)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, nullif(?, ''), ?, ?, ?, ?::jsonb)
                        """)
                .params(
                        file.fileNo(),
                        file.runId(),
                        file.asOf(),
                        file.kind().code(),
                        file.name(),
                        file.sha256(),
                        file.bytes(),
                        file.rows(),
                        file.accepted(),
                        file.rejected(),
                        JSON.writeValueAsString(new TreeMap<>(file.sums())),
                        file.mappingSha256(),
                        file.dated(),
                        file.counts().outdated(),
                        file.counts().repeated(),
                        JSON.writeValueAsString(new TreeMap<>(file.counts().cleared())))
                .update();
    }
}
