package org.arrears.contact.render;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.arrears.render.RenderLimits;

/**
 * Where templates, style sheet and font are read from: the jar, or a lender's folder; nothing outside of it can be
 * named.
 */
public final class TemplateRoot {
    private static final String JAR_FOLDER = "/org/arrears/templates/";
    private static final String STYLE = "style/letter.css";
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]*(/[a-z0-9][a-z0-9-]*)*(\\.[a-z0-9]+){1,2}");

    private final Optional<Path> folder;
    private final Map<String, Optional<byte[]>> read = new ConcurrentHashMap<>();

    private TemplateRoot(Optional<Path> folder) {
        this.folder = folder;
    }

    /** What comes with arrears. */
    public static TemplateRoot jar() {
        return new TemplateRoot(Optional.empty());
    }

    static TemplateRoot folder(Path folder) {
        try {
            return new TemplateRoot(Optional.of(folder.toRealPath()));
        } catch (IOException e) {
            throw new TemplateException(
                    folder.toString(), "is not a readable folder", "name the folder of the templates");
        }
    }

    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** The names of all files that templates of notices are made of. */
    NavigableSet<String> names() {
        try {
            return folder.isPresent()
                    ? TemplateFiles.below(folder.get())
                    : TemplateFiles.beside(
                            Objects.requireNonNull(TemplateRoot.class.getResource(JAR_FOLDER + STYLE)), STYLE);
        } catch (IOException | UncheckedIOException unreadable) {
            throw new TemplateException(
                    folder.map(Path::toString).orElse(JAR_FOLDER), "cannot be read", "give it the right to be read");
        }
    }

    /** The file of that name as it was first read, or empty; a name that could leave the root is refused. */
    Optional<InputStream> open(String name) {
        if (!isName(name)) {
            throw new TemplateException(
                    "template \"" + name + "\"",
                    "a template name has lower-case letters, digits and hyphens, and stays inside the template folder",
                    "rename it");
        }
        return read.computeIfAbsent(name, this::bytes).map(ByteArrayInputStream::new);
    }

    private Optional<byte[]> bytes(String name) {
        try {
            Optional<InputStream> found = folder.isPresent() ? inFolder(folder.get(), name) : inJar(name);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            try (InputStream in = found.get()) {
                return Optional.of(in.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read template " + name, e);
        }
    }

    /** Whether there is such a file with something in it. */
    public boolean has(String name) {
        try (InputStream in = open(name).orElse(InputStream.nullInputStream())) {
            return in.read() >= 0;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read template " + name, e);
        }
    }

    /** Style sheet and font: a lender's folder may leave them to the jar. */
    public byte[] readOrBundled(String name) {
        try (InputStream in = open(name).or(() -> jar().open(name)).orElseThrow(() -> missing(name))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    /** The first line of a template that has some words; 0 if none has. */
    int lineWith(String name, String words) {
        if (words.isEmpty() || !NAME.matcher(name).matches()) {
            return 0;
        }
        try (InputStream in = open(name).orElse(InputStream.nullInputStream())) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return 1
                    + IntStream.range(0, lines.size())
                            .filter(i -> lines.get(i).contains(words))
                            .findFirst()
                            .orElse(-1);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read template " + name, e);
        }
    }

    private static Optional<InputStream> inJar(String name) {
        return Optional.ofNullable(TemplateRoot.class.getResourceAsStream(JAR_FOLDER + name));
    }

    private static Optional<InputStream> inFolder(Path root, String name) throws IOException {
        Path file = root.resolve(name);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        if (!file.toRealPath().startsWith(root)) {
            throw new TemplateException(
                    name, "leads out of the template folder", "copy the file instead of linking it");
        }
        boolean font = name.endsWith(".ttf");
        if (!font && Files.size(file) > RenderLimits.FILE_BYTES) {
            throw new TemplateException(
                    name, "is larger than " + RenderLimits.FILE_BYTES + " bytes", "make it smaller");
        }
        return Optional.of(Files.newInputStream(file));
    }

    private static TemplateException missing(String name) {
        return new TemplateException(name, "is missing", "add the file to the template folder");
    }
}
