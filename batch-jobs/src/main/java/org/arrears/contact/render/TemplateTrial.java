package org.arrears.contact.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Tries the templates of a folder with sample notices, without a run: letters are printed, messages counted. */
public final class TemplateTrial {

    private final Path folder;
    private final Templates templates;
    private final LetterPress press;

    /**
     * Opens a folder with {@code letters/} and {@code sms/}.
     *
     * @throws TemplateException if it cannot be read, or its style sheet or font cannot be used
     */
    public TemplateTrial(Path folder) {
        this.folder = folder;
        this.templates = Templates.in(folder);
        this.press = new LetterPress(templates);
    }

    /**
     * What came of one template.
     *
     * @param fewest pages of the shortest letter, or segments of the shortest message
     * @param most of the longest
     * @param problem what is wrong, with place, rule and next step
     */
    public record Result(TemplateFile file, int samples, int fewest, int most, Optional<String> problem) {}

    /** Returns the templates of the folder by kind and name. */
    public List<TemplateFile> files() {
        List<TemplateFile> files = new ArrayList<>();
        for (String kind : List.of("letters", "sms")) {
            Path of = folder.resolve(kind);
            if (Files.isDirectory(of)) {
                try (Stream<Path> paths = Files.list(of)) {
                    paths.map(path -> kind + "/" + path.getFileName())
                            .sorted()
                            .flatMap(path -> TemplateFile.of(path).stream())
                            .forEach(files::add);
                } catch (IOException unreadable) {
                    throw new TemplateException(of.toString(), "cannot be read", "give it the right to be read");
                }
            }
        }
        return files;
    }

    /** Says whether a stage of a policy can name this template. */
    public boolean has(TemplateKind kind, String template) {
        return templates.has(kind, template);
    }

    /** Renders a template with every sample notice; the first problem ends it. */
    public Result check(TemplateFile file) {
        int fewest = Integer.MAX_VALUE;
        int most = 0;
        int tried = 0;
        for (Map.Entry<String, NoticeView> sample :
                SampleNotices.in(file.language()).entrySet()) {
            try {
                int size = size(file, sample.getValue());
                fewest = Math.min(fewest, size);
                most = Math.max(most, size);
                tried++;
            } catch (TemplateException bad) {
                String problem = bad.getMessage() + " (sample " + sample.getKey() + ")";
                return new Result(file, tried, 0, 0, Optional.of(problem));
            }
        }
        return new Result(file, tried, fewest, most, Optional.empty());
    }

    private int size(TemplateFile file, NoticeView notice) {
        if (file.kind() == TemplateKind.SMS) {
            return sms(file, notice).segments();
        }
        try {
            Path pdf = Files.createTempFile("arrears-template-", ".pdf");
            try {
                return letter(file, notice, pdf).pages();
            } finally {
                Files.delete(pdf);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException("no room for a temporary file", unwritable);
        }
    }

    /** Prints a letter. */
    public PrintedLetter letter(TemplateFile file, NoticeView notice, Path pdf) {
        List<MissingGlyph> missing = press.missingGlyphs(List.of(notice), file.template());
        if (!missing.isEmpty()) {
            throw new TemplateException(
                    file.path(), "the font cannot print " + missing.get(0).unicode(), "replace it");
        }
        return press.print(List.of(notice), file.template(), pdf).get(0);
    }

    /** Renders a message. */
    public SmsText sms(TemplateFile file, NoticeView notice) {
        return SmsText.render(templates, file.template(), notice);
    }
}
