package org.arrears.ingest.file;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.arrears.core.policy.FilePolicy;
import org.arrears.ingest.mapping.Mapping;
import org.arrears.ingest.mapping.MappingReader;
import org.arrears.run.RunRequest;

/**
 * How the files of a lender are read.
 *
 * @param maxUnpacked bytes that a packed file may have when it is unpacked
 */
public record Dialect(Charset charset, long maxUnpacked, Mapping mapping) {

    /** Plain UTF-8 files in our own columns. */
    public static final Dialect PLAIN = new Dialect(StandardCharsets.UTF_8, FilePolicy.MAX_UNPACKED, Mapping.NONE);

    public static Dialect of(RunRequest request) {
        Mapping mapping = MappingReader.forInbox(request.options().mapping(), request.in());
        return new Dialect(request.charset(), request.policy().files().maxUnpacked(), mapping);
    }

    public Charset charset(InputFile file) {
        return file.corrected() ? StandardCharsets.UTF_8 : charset;
    }
}
