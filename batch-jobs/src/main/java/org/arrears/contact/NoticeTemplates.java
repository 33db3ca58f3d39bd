package org.arrears.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.arrears.contact.render.TemplateException;
import org.arrears.contact.render.TemplateFile;
import org.arrears.contact.render.TemplateKind;
import org.arrears.contact.render.TemplateTrial;
import org.arrears.contact.render.Templates;
import org.arrears.core.policy.NoticePolicy;
import org.arrears.core.policy.NoticePolicy.Stage;
import org.arrears.core.policy.Products;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;
import org.arrears.run.Run;
import org.arrears.run.RunRequest;
import org.arrears.run.TemplateSet;

/** The templates of a run: looked at before it, and opened in it as they were then. */
public final class NoticeTemplates {

    private final Run run;
    private Optional<Opened> opened = Optional.empty();

    NoticeTemplates(Run run) {
        this.run = run;
    }

    Run run() {
        return run;
    }

    private record Opened(Templates templates, String sha256) {}

    /**
     * Looks at the templates that a run will fill in: those that its stages name must be there, and a lender's own must
     * pass the trial in every language.
     *
     * @throws ArrearsException with everything that is wrong with them
     */
    public static TemplateSet lookedAt(RunRequest request) {
        TemplateSet named = request.policyFile().templates();
        try {
            Templates templates = open(named);
            List<String> problems = missing(templates, request.policy().notices());
            if (named.folder().isPresent()) {
                TemplateTrial trial = new TemplateTrial(named.folder().get());
                used(trial, request.policy().notices())
                        .forEach(file -> trial.check(file).problem().ifPresent(problems::add));
            }
            if (!problems.isEmpty()) {
                throw new ArrearsException(
                        FailureKind.CONFIGURATION_INVALID,
                        "the templates"
                                + named.folder().map(folder -> " in " + folder).orElse("")
                                + " cannot be used, nothing was run:\n" + String.join("\n", problems));
            }
            return new TemplateSet(named.folder(), Optional.of(templates.sha256()));
        } catch (TemplateException unusable) {
            throw unusable.asFailure();
        }
    }

    /** Returns the templates of the run, which must be those that were looked at when it was asked for. */
    Templates templates() {
        return opened().templates();
    }

    /** Returns the digest of them all. */
    String sha256() {
        return opened().sha256();
    }

    /** Returns what a product is called in the language in which a notice of a template is written. */
    BinaryOperator<String> called(TemplateKind kind, String template) {
        Products products = run.policy().products();
        return (product, language) -> products.nameOf(product).in(templates().languageFor(kind, template, language));
    }

    private synchronized Opened opened() {
        if (opened.isEmpty()) {
            opened = Optional.of(openedFor(run));
        }
        return opened.get();
    }

    private static Opened openedFor(Run run) {
        TemplateSet lookedAt = run.request().policyFile().templates();
        try {
            Templates templates = open(lookedAt);
            String sha256 = templates.sha256();
            if (!lookedAt.sha256().orElse(sha256).equals(sha256)) {
                throw new ArrearsException(
                        FailureKind.CONFIGURATION_INVALID,
                        "the templates"
                                + lookedAt.folder()
                                        .map(folder -> " in " + folder)
                                        .orElse("") + " are not those any more that " + run.runId()
                                + " was begun with: run the same command again");
            }
            return new Opened(templates, sha256);
        } catch (TemplateException unusable) {
            throw unusable.asFailure();
        }
    }

    /** Says which templates the stages of a policy name that are not there. */
    public static List<String> missing(Templates templates, Optional<NoticePolicy> notices) {
        List<String> missing = new ArrayList<>();
        for (Stage stage : notices.map(NoticePolicy::stages).orElse(List.of())) {
            if (!templates.has(kind(stage), stage.template())) {
                missing.add(new TemplateFile(kind(stage), stage.template(), Templates.FALLBACK_LANGUAGE).path()
                        + ": is not there, and stage " + stage.name() + " of the policy names it; add it");
            }
        }
        return missing;
    }

    private static List<TemplateFile> used(TemplateTrial trial, Optional<NoticePolicy> notices) {
        List<Stage> stages = notices.map(NoticePolicy::stages).orElse(List.of());
        return trial.files().stream()
                .filter(file -> stages.stream()
                        .anyMatch(stage -> kind(stage).equals(file.kind())
                                && stage.template().equals(file.template())))
                .toList();
    }

    private static Templates open(TemplateSet set) {
        return set.folder().map(Templates::in).orElseGet(Templates::bundled);
    }

    private static TemplateKind kind(Stage stage) {
        return switch (stage.channel()) {
            case SMS -> TemplateKind.SMS;
            case LETTER -> TemplateKind.LETTER;
        };
    }
}
