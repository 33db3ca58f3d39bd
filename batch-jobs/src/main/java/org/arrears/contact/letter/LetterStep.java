package org.arrears.contact.letter;

import org.arrears.run.StepName;

/** The steps that print letters and list them, in order. */
enum LetterStep implements StepName {
    PRINT_LETTERS,
    LIST_LETTERS;

    @Override
    public boolean writesFolder() {
        return true;
    }
}
