package org.arrears.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A published folder compared with its manifest. */
public final class PublishedFolder {

    private static final String MANIFEST = "manifest.json";

    private PublishedFolder() {}

    /** Returns the files that the manifest lists and that are not there, or not in full; the manifest if it is not. */
    public static List<String> missing(Path folder) {
        List<String> missing = new ArrayList<>();
        try {
            JsonNode manifest = JsonMapper.shared().readTree(Files.readString(folder.resolve(MANIFEST)));
            for (JsonNode entry : manifest.path("files")) {
                String file = entry.path("file").asString();
                Path path = folder.resolve(file);
                if (!Files.isRegularFile(path)
                        || Files.size(path) != entry.path("bytes").asLong()) {
                    missing.add(file);
                }
            }
        } catch (IOException | JacksonException unreadable) {
            missing.add(MANIFEST);
        }
        return missing;
    }
}
