package org.arrears.render;

/** A template that prints what it must not, or uses more than it may: where, the rule it breaks and what to do. */
public final class LimitExceededException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String rule;
    private final String nextStep;
    private final String template;
    private final int line;
    private final String words;

    public LimitExceededException(String rule, String nextStep) {
        this(rule, nextStep, "", 0, "");
    }

    private LimitExceededException(String rule, String nextStep, String template, int line, String words) {
        super(rule + "; " + nextStep);
        this.rule = rule;
        this.nextStep = nextStep;
        this.template = template;
        this.line = line;
        this.words = words;
    }

    LimitExceededException at(String inTemplate, int ofLine) {
        return new LimitExceededException(rule, nextStep, inTemplate, ofLine, words);
    }

    LimitExceededException at(String inTemplate, String ofWords) {
        return new LimitExceededException(rule, nextStep, inTemplate, 0, ofWords);
    }

    public String rule() {
        return rule;
    }

    public String nextStep() {
        return nextStep;
    }

    /** Returns the file it happened in; empty if that is not known. */
    public String template() {
        return template;
    }

    /** Returns the line of that file, or 0; {@link #words} are on it then. */
    public int line() {
        return line;
    }

    /** Returns what the line has that it happened in; empty if that is not known. */
    public String words() {
        return words;
    }
}
