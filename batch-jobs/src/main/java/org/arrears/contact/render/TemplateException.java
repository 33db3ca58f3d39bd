package org.arrears.contact.render;

import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;

/** A template that cannot be found or rendered: where, what rule it breaks, and what to do next. */
public final class TemplateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String place;
    private final String rule;
    private final String nextStep;

    public TemplateException(String place, String rule, String nextStep) {
        super(place + ": " + rule + "; " + nextStep);
        this.place = place;
        this.rule = rule;
        this.nextStep = nextStep;
    }

    /** Returns what stops a command: the template is at fault, and says where. */
    public ArrearsException asFailure() {
        return new ArrearsException(FailureKind.CONFIGURATION_INVALID, String.valueOf(getMessage()), this);
    }

    /** The template, with its line where there is one: {@code letters/demand.zh.vm:12}. */
    public String place() {
        return place;
    }

    /** What is wrong, with the name or value that is. */
    public String rule() {
        return rule;
    }

    /** What the author of the template can do. */
    public String nextStep() {
        return nextStep;
    }
}
