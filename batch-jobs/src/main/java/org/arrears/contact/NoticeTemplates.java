package org.arrears.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.arrears.contact.channel.RunTemplates;
import org.arrears.contact.render.TemplateException;
import org.arrears.contact.render.TemplateFile;
import org.arrears.contact.render.TemplateKind;
import org.arrears.contact.render.Templates;
import org.arrears.core.policy.NoticePolicy;
import org.arrears.core.policy.NoticePolicy.Stage;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;
import org.arrears.run.RunRequest;
import org.arrears.run.TemplateSet;

/** The templates of a run, looked at before it. */
public final class NoticeTemplates {

    private NoticeTemplates() {}

    /**
     * Looks at the templates that a run will fill in: those that its stages name must be there, and a lender's own must
     * pass the trial in every language.
     *
     * @throws ArrearsException with everything that is wrong with them
     */
    public static TemplateSet lookedAt(RunRequest request) {
        TemplateSet named = request.policyFile().templates();
        try {
            Templates templates = RunTemplates.open(named);
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

    private static TemplateKind kind(Stage stage) {
        return Channels.of(stage.channel()).templates();
    }
}
