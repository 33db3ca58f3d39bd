package org.arrears.render;

import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.event.EventCartridge;
import org.apache.velocity.app.event.IncludeEventHandler;
import org.apache.velocity.app.event.ReferenceInsertionEventHandler;
import org.apache.velocity.context.Context;
import org.apache.velocity.context.InternalContextAdapter;
import org.apache.velocity.runtime.directive.Block;
import org.jspecify.annotations.Nullable;

/** The values of one rendering: none may grow without end, and only what a person can read is printed. */
public final class BoundedContext extends VelocityContext {

    private final RenderBudget budget;

    /** Makes an empty one; every printed text goes through the escaping first. */
    public BoundedContext(RenderBudget budget, Escaping escaping) {
        this.budget = budget;
        EventCartridge rules = new EventCartridge();
        rules.addReferenceInsertionEventHandler(printing(budget, escaping));
        rules.addIncludeEventHandler(takingIn());
        rules.attachToContext(this);
    }

    /** Makes a text safe for the document that it goes into. */
    public interface Escaping {
        String escaped(String text);
    }

    private static ReferenceInsertionEventHandler printing(RenderBudget budget, Escaping escaping) {
        return (context, reference, value) -> {
            if (value == null || value instanceof Block.Reference) {
                return value;
            }
            try {
                String text = PrintableValue.of(reference, value);
                budget.print(text.length());
                return escaping.escaped(text);
            } catch (LimitExceededException exceeded) {
                throw exceeded.line() > 0 ? exceeded : exceeded.at(template(context), reference);
            }
        };
    }

    private static IncludeEventHandler takingIn() {
        return (Context context, String path, String from, String directive) -> {
            boolean deep = context instanceof InternalContextAdapter files
                    && files.getTemplateNameStack().length >= RenderLimits.DEPTH;
            if (deep) {
                throw new LimitExceededException(
                                "takes in more than " + RenderLimits.DEPTH + " files, one inside the other: " + path,
                                "a file must not take in itself")
                        .at(from, path);
            }
            return path;
        };
    }

    private static String template(Context context) {
        return context instanceof InternalContextAdapter files ? files.getCurrentTemplateName() : "";
    }

    @Override
    public @Nullable Object internalPut(String key, @Nullable Object value) {
        budget.requireSmall(value);
        return super.internalPut(key, value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
