package org.arrears.contact.channel;

import java.util.Optional;
import java.util.function.BinaryOperator;
import org.arrears.contact.render.TemplateException;
import org.arrears.contact.render.TemplateKind;
import org.arrears.contact.render.Templates;
import org.arrears.core.policy.Products;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;
import org.arrears.run.Run;
import org.arrears.run.TemplateSet;

/** The templates of a run, opened in it as they were when they were looked at before it. */
public final class RunTemplates {

    private final Run run;
    private Optional<Opened> opened = Optional.empty();

    public RunTemplates(Run run) {
        this.run = run;
    }

    private record Opened(Templates templates, String sha256) {}

    /** Returns the templates of the run, which must be those that were looked at when it was asked for. */
    public Templates templates() {
        return opened().templates();
    }

    /** Returns the digest of them all. */
    public String sha256() {
        return opened().sha256();
    }

    /** Returns what a product is called in the language in which a notice of a template is written. */
    public BinaryOperator<String> called(TemplateKind kind, String template) {
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

    /** Opens a lender's own templates, or those that come with arrears. */
    public static Templates open(TemplateSet set) {
        return set.folder().map(Templates::in).orElseGet(Templates::bundled);
    }
}
