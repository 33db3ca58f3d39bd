package org.arrears.run;

import java.util.Locale;

/**
 * The name of a step, said once: an enum for each feature, its constants in the order of the pipeline. The manual, run
 * records and the terminal show its code.
 */
public interface StepName {

    /** The name of the constant. */
    String name();

    /** Returns the kebab-case verb that everybody sees: {@code print-letters}. */
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Says whether it works on the folder that is published: these are done anew if the folder is lost. */
    default boolean writesFolder() {
        return false;
    }
}
