package org.arrears.cli;

/** The forms in which a command without a database gives its result. */
enum Form {
    TEXT,
    JSON
}
