package org.arrears.contact.render;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One template file, named as messages name it: {@code letters/demand.zh.vm}. */
public record TemplateFile(TemplateKind kind, String template, String language) {

    private static final Pattern PATH = Pattern.compile("([a-z0-9-]+)/([a-z0-9][a-z0-9-]*)\\.([a-z]{2,3})\\.vm");

    /** Reads a name of a template of some kinds; empty if it is none. */
    public static Optional<TemplateFile> of(String path, List<TemplateKind> kinds) {
        Matcher parts = PATH.matcher(path);
        return parts.matches()
                ? kinds.stream()
                        .filter(kind -> kind.folder().equals(parts.group(1)))
                        .map(kind -> new TemplateFile(kind, parts.group(2), parts.group(3)))
                        .findFirst()
                : Optional.empty();
    }

    public String path() {
        return kind.path(template, language);
    }
}
