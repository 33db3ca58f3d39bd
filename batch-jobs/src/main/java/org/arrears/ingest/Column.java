package org.arrears.ingest;

/** A column of an input file. */
record Column(String name, boolean required) {

    static Column required(String name) {
        return new Column(name, true);
    }

    static Column optional(String name) {
        return new Column(name, false);
    }
}
