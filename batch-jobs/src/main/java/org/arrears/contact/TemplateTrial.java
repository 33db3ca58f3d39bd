package org.arrears.contact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.arrears.contact.channel.Channel;
import org.arrears.contact.channel.Rehearsal;
import org.arrears.contact.channel.Rehearsal.Specimen;
import org.arrears.contact.render.NoticeView;
import org.arrears.contact.render.SampleNotices;
import org.arrears.contact.render.TemplateException;
import org.arrears.contact.render.TemplateFile;
import org.arrears.contact.render.TemplateKind;
import org.arrears.contact.render.Templates;
import org.arrears.core.policy.NoticePolicy.Stage;

/** Tries the templates of a folder with sample notices, without a run. */
public final class TemplateTrial {

    private final Path folder;
    private final Templates templates;
    private final Map<TemplateKind, Rehearsal> rehearsals = new LinkedHashMap<>();

    /**
     * Opens a folder with a folder for each channel.
     *
     * @throws TemplateException if it cannot be read, or its style sheet or font cannot be used
     */
    public TemplateTrial(Path folder) {
        this.folder = folder;
        this.templates = Templates.in(folder);
        for (Channel channel : Channels.all()) {
            rehearsals.put(channel.templates(), channel.rehearsal(templates));
        }
    }

    /**
     * What came of one template.
     *
     * @param fewest pages of the shortest letter, or segments of the shortest message
     * @param most of the longest
     * @param unit what these count
     * @param problem what is wrong, with place, rule and next step
     */
    public record Result(TemplateFile file, int samples, int fewest, int most, String unit, Optional<String> problem) {}

    /** Returns the templates of the folder by kind and name. */
    public List<TemplateFile> files() {
        List<TemplateFile> files = new ArrayList<>();
        for (TemplateKind kind : rehearsals.keySet()) {
            Path of = folder.resolve(kind.folder());
            if (Files.isDirectory(of)) {
                try (Stream<Path> paths = Files.list(of)) {
                    paths.map(path -> kind.folder() + "/" + path.getFileName())
                            .sorted()
                            .flatMap(path -> Channels.templateFile(path).stream())
                            .forEach(files::add);
                } catch (IOException unreadable) {
                    throw new TemplateException(of.toString(), "cannot be read", "give it the right to be read");
                }
            }
        }
        return files;
    }

    /** Returns the template that a stage of a policy needs and that is not there; empty if it is. */
    public Optional<TemplateFile> missing(Stage stage) {
        TemplateKind kind = Channels.of(stage.channel()).templates();
        return templates.has(kind, stage.template())
                ? Optional.empty()
                : Optional.of(new TemplateFile(kind, stage.template(), Templates.FALLBACK_LANGUAGE));
    }

    /** Renders a template with every sample notice; the first problem ends it. */
    public Result check(TemplateFile file) {
        Rehearsal rehearsal = rehearsal(file);
        int fewest = Integer.MAX_VALUE;
        int most = 0;
        int tried = 0;
        for (Map.Entry<String, NoticeView> sample :
                SampleNotices.in(file.language()).entrySet()) {
            try {
                int size = rehearsal.size(file, sample.getValue());
                fewest = Math.min(fewest, size);
                most = Math.max(most, size);
                tried++;
            } catch (TemplateException bad) {
                String problem = bad.getMessage() + " (sample " + sample.getKey() + ")";
                return new Result(file, tried, 0, 0, rehearsal.unit(), Optional.of(problem));
            }
        }
        return new Result(file, tried, fewest, most, rehearsal.unit(), Optional.empty());
    }

    /** Fills a template in with a notice. */
    public Specimen preview(TemplateFile file, NoticeView notice) {
        return rehearsal(file).preview(file, notice);
    }

    private Rehearsal rehearsal(TemplateFile file) {
        return Optional.ofNullable(rehearsals.get(file.kind()))
                .orElseThrow(() -> new IllegalStateException("no channel has templates like " + file.path()));
    }
}
