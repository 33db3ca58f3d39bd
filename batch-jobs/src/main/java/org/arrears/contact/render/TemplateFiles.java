package org.arrears.contact.render;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The files that the templates of notices are made of, and one digest of them all. */
final class TemplateFiles {

    private static final int DEEPEST = 4;
    private static final int MOST = 2_000;
    private static final String NOT_OF_NOTICES = "reports/";
    private static final String IN_A_JAR = "jar:";

    private TemplateFiles() {}

    /** Returns the names of the files below a folder that templates can name. */
    static NavigableSet<String> below(Path folder) throws IOException {
        NavigableSet<String> names = new TreeSet<>();
        try (Stream<Path> paths = Files.walk(folder, DEEPEST)) {
            paths.filter(Files::isRegularFile)
                    .map(path -> folder.relativize(path).toString().replace('\\', '/'))
                    .filter(name -> TemplateRoot.isName(name) && !name.startsWith(NOT_OF_NOTICES))
                    .forEach(names::add);
        }
        if (names.size() > MOST) {
            throw new TemplateException(
                    folder.toString(), "has " + names.size() + " files", "keep only templates there, at most " + MOST);
        }
        return names;
    }

    /** Returns the names of the files that stand beside a resource and below, in a jar or a folder of classes. */
    static NavigableSet<String> beside(URL resource, String name) throws IOException {
        String place = resource.toString();
        String root = place.substring(0, place.length() - name.length());
        if (!root.startsWith(IN_A_JAR)) {
            return below(Path.of(URI.create(root)));
        }
        int inside = root.indexOf("!/");
        try (FileSystem jar = FileSystems.newFileSystem(
                Path.of(URI.create(root.substring(IN_A_JAR.length(), inside))), (ClassLoader) null)) {
            return below(jar.getPath(root.substring(inside + 1)));
        }
    }

    /** Returns the SHA-256 of a list of files in order of name, each line as {@code sha256sum} prints it. */
    static String digest(TemplateRoot root) {
        StringBuilder list = new StringBuilder();
        for (String name : root.names()) {
            try (InputStream in = root.open(name).orElseThrow()) {
                list.append(sha256(in.readAllBytes())).append("  ").append(name).append('\n');
            } catch (IOException unreadable) {
                throw new TemplateException(name, "cannot be read", "give it the right to be read");
            }
        }
        return sha256(list.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
