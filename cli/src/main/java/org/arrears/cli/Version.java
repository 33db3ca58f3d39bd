package org.arrears.cli;

import picocli.CommandLine.IVersionProvider;

/** The version that stands in the jar. */
final class Version implements IVersionProvider {

    static final String NUMBER = "0.1.0";

    @Override
    public String[] getVersion() {
        return new String[] {"arrears " + NUMBER, "Java " + System.getProperty("java.version")};
    }
}
