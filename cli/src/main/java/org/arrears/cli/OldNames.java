package org.arrears.cli;

/** Names of options that were right in version 0.1.0 and work one version longer. */
final class OldNames {

    private OldNames() {}

    static void warn(Console console, String old, String now) {
        console.err()
                .println("warning: " + old + " is the old name of " + now + ", and the next version does not know it");
    }
}
