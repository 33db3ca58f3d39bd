package org.arrears.contact.render;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One template file, named as messages name it: {@code letters/demand.zh.vm}. */
public record TemplateFile(TemplateKind kind, String template, String language) {

    private static final Pattern PATH = Pattern.compile("(letters|sms)/([a-z0-9][a-z0-9-]*)\\.([a-z]{2,3})\\.vm");

    /** Reads a name; empty if it is none. */
    public static Optional<TemplateFile> of(String path) {
        Matcher parts = PATH.matcher(path);
        return parts.matches()
                ? Optional.of(new TemplateFile(
                        parts.group(1).equals("sms") ? TemplateKind.SMS : TemplateKind.LETTER,
                        parts.group(2),
                        parts.group(3)))
                : Optional.empty();
    }

    public String path() {
        return kind.path(template, language);
    }
}
