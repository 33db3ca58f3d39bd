package org.arrears.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;

/** A run that is complete, compared with what is asked for now: only the same is complete already. */
record CompleteRun(RunRecord record, RunRequest.Options options, TemplateSet templates) {

    private static final int SHOWN_DIGITS = 12;

    /**
     * Refuses a request for something else than the run has done.
     *
     * @param comparesOut whether the outbox is that of the user
     */
    void requireSame(RunRequest request, boolean comparesOut) {
        List<String> differences = new ArrayList<>();
        if (request.policyFile().named() || request.publishes()) {
            differs(
                    differences,
                    "policy",
                    policy(record.policy().name(), record.policy().sha256()),
                    asked(request));
        }
        TemplateSet asked = request.policyFile().templates();
        if (templates.folder().or(asked::folder).isPresent() && !templates.mayBe(asked)) {
            differs(differences, "templates", shown(templates), shown(asked));
        }
        if (request.readsInbox()) {
            differs(differences, "inbox", real(Path.of(record.folders().in())), real(request.in()));
        }
        if (request.publishes() && comparesOut) {
            differs(differences, "outbox", real(Path.of(record.folders().out())), real(request.out()));
        }
        request.options()
                .mapping()
                .ifPresent(mapping -> differs(
                        differences,
                        "mapping",
                        options.mapping().map(CompleteRun::real).orElse("that of the inbox"),
                        real(mapping)));
        if (!differences.isEmpty()) {
            throw new ArrearsException(
                    FailureKind.INPUT_REFUSED,
                    record.runId() + " is complete, but not of what is asked for now: " + String.join("; ", differences)
                            + ". Nothing was touched; to work " + record.asOf() + " again with this: --rerun");
        }
    }

    private static void differs(List<String> differences, String what, String before, String now) {
        if (!before.equals(now)) {
            differences.add(what + " was " + before + ", is now " + now);
        }
    }

    private static String asked(RunRequest request) {
        return policy(request.policy().name(), request.policy().sha256());
    }

    private static String policy(String name, String sha256) {
        return name + digest(sha256);
    }

    private static String shown(TemplateSet templates) {
        return templates.folder().map(Path::toString).orElse("those of arrears")
                + digest(templates.sha256().orElse(""));
    }

    private static String digest(String sha256) {
        return " (sha256 " + sha256.substring(0, Math.min(SHOWN_DIGITS, sha256.length())) + ")";
    }

    /** Returns the one spelling of a path, also if it, or a part of it, is not there any more. */
    private static String real(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        for (Optional<Path> there = Optional.of(absolute); there.isPresent(); there = there.map(Path::getParent)) {
            if (Files.exists(there.get())) {
                try {
                    return there.get()
                            .toRealPath()
                            .resolve(there.get().relativize(absolute))
                            .normalize()
                            .toString();
                } catch (IOException unreadable) {
                    return absolute.toString();
                }
            }
        }
        return absolute.toString();
    }
}
