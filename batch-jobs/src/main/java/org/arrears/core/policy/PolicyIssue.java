package org.arrears.core.policy;

/**
 * Something wrong, or unusual, in a policy file.
 *
 * @param line counted from 1
 * @param key the path of the key as {@code penalty.grace.mode}; empty if the file as a whole is meant
 * @param problem what is wrong with the value
 * @param allowed what would be right; empty if the problem says it
 */
public record PolicyIssue(String file, int line, String key, String problem, String allowed) {

    @Override
    public String toString() {
        String subject = key.isEmpty() ? problem : key + " " + problem;
        return file + ":" + line + ": " + subject + (allowed.isEmpty() ? "" : "; allowed: " + allowed);
    }
}
