package org.arrears.contact.render;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.velocity.app.VelocityEngine;
import org.arrears.render.BoundedContext;
import org.arrears.render.BoundedText;
import org.arrears.render.RenderBudget;
import org.slf4j.helpers.NOPLogger;

/** The letter and SMS templates of one folder, rendered strictly: a reference that means nothing fails the notice. */
public final class Templates {
    /** What a notice is written in whose language has no template. */
    public static final String FALLBACK_LANGUAGE = "zh";

    private static final Pattern TEMPLATE = Pattern.compile("[a-z0-9][a-z0-9-]*");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    private final TemplateRoot root;
    private final VelocityEngine engine;

    private Templates(TemplateRoot root) {
        this.root = root;
        this.engine = engine(root);
    }

    /** The templates that come with arrears. */
    public static Templates bundled() {
        return new Templates(TemplateRoot.jar());
    }

    /**
     * A lender's own folder with {@code letters/} and {@code sms/}; {@code style/} and {@code fonts/} may be left
     * out.
     */
    public static Templates in(Path folder) {
        return new Templates(TemplateRoot.folder(folder));
    }

    /** Whether the template exists at least in the fallback language, to be asked when a policy is loaded. */
    public boolean has(TemplateKind kind, String template) {
        return TEMPLATE.matcher(template).matches() && root.has(kind.path(template, FALLBACK_LANGUAGE));
    }

    /** One digest of all their files, as {@code sha256sum} would list them, as they are from now on. */
    public String sha256() {
        return TemplateFiles.digest(root);
    }

    /** The language that a notice to a customer of a language is written in. */
    public String languageFor(TemplateKind kind, String template, String language) {
        return languageOf(path(kind, template, language));
    }

    /** The text of one notice, without what its channel puts around it. */
    public String text(TemplateKind kind, String template, NoticeView notice) {
        String path = path(kind, template, notice.language());
        String text = render(kind, path, notice);
        kind.check(path, text, notice);
        return text;
    }

    public TemplateRoot root() {
        return root;
    }

    /** The template's file in the notice's language, or in the fallback language. */
    public String path(TemplateKind kind, String template, String language) {
        if (!TEMPLATE.matcher(template).matches()) {
            throw new TemplateException(
                    "template \"" + template + "\"",
                    "a template name has only lower-case letters, digits and hyphens",
                    "correct the template of the stage in the policy");
        }
        List<String> candidates = Stream.of(primary(language), FALLBACK_LANGUAGE)
                .distinct()
                .map(tag -> kind.path(template, tag))
                .toList();
        Optional<String> found = candidates.stream().filter(root::has).findFirst();
        return found.orElseThrow(() -> new TemplateException(
                candidates.get(0), "there is no such template", "add " + String.join(" or ", candidates)));
    }

    /** {@code en-GB} reads the {@code en} templates; what is no language tag reads the fallback. */
    private static String primary(String language) {
        String tag = language.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
        return LANGUAGE.matcher(tag).matches() ? tag : FALLBACK_LANGUAGE;
    }

    private String render(TemplateKind kind, String path, NoticeView notice) {
        StringWriter text = new StringWriter();
        try (RenderBudget budget = RenderBudget.begin(kind.limits(notice.loans().size()))) {
            BoundedContext context = new BoundedContext(budget, kind::escaped);
            context.put(kind.variable(), notice);
            context.put("format", LetterFormat.of(languageOf(path)));
            engine.getTemplate(path).merge(context, new BoundedText(text, budget));
        } catch (StackOverflowError | OutOfMemoryError | RuntimeException failed) {
            throw TemplateFault.of(root, path, failed);
        }
        if (TAG.matcher(text.toString()).replaceAll("").isBlank()) {
            throw new TemplateException(path, "the text of notice " + notice.noticeNo() + " is empty", "write a body");
        }
        return text.toString();
    }

    /** The language of a template, by its file. */
    public static String languageOf(String path) {
        String[] parts = path.split("\\.", -1);
        return parts[parts.length - 2];
    }

    private static VelocityEngine engine(TemplateRoot root) {
        Properties settings = new Properties();
        settings.put("resource.loaders", "root");
        settings.put("resource.loader.root.instance", new TemplateSource(root));
        settings.put("resource.loader.root.cache", "true");
        settings.put("resource.manager.log_when_found", "false");
        settings.put("introspector.uberspect.class", TemplateAccess.class.getName());
        settings.put("runtime.strict_mode.enable", "true");
        settings.put("velocimacro.arguments.strict", "true");
        settings.put("velocimacro.library.path", "");
        settings.put("directive.parse.max_depth", "0"); // cut silently there; the limits of a rendering refuse it
        settings.put("runtime.log.instance", NOPLogger.NOP_LOGGER); // failures are thrown with their place, once
        VelocityEngine engine = new VelocityEngine(settings);
        engine.init();
        return engine;
    }
}
