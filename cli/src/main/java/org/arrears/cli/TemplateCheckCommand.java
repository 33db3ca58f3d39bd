package org.arrears.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.arrears.contact.TemplateTrial;
import org.arrears.contact.render.TemplateException;
import org.arrears.contact.render.TemplateFile;
import org.arrears.core.policy.NoticePolicy;
import org.arrears.core.text.Shown;
import org.arrears.run.RunRequest.PolicyFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code arrears template check}: tries every template with sample notices. */
@Command(
        name = "check",
        description = "Try every template with sample notices: one loan, several, several currencies, many, bare.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class TemplateCheckCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description = "Folder with letters/ and sms/ (default: that of the policy, else of this installation).")
    private Optional<Path> folder = Optional.empty();

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "Also check that the templates which the stages of this policy name are there.")
    private Optional<Path> policy = Optional.empty();

    TemplateCheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try {
            Optional<PolicyFile> read = policy.map(file -> PolicyFiles.read(file, console.err()));
            Path chosen = TemplateFolder.of(folder, read);
            return check(chosen, new TemplateTrial(chosen), read);
        } catch (TemplateException unusable) {
            throw unusable.asFailure();
        }
    }

    private int check(Path chosen, TemplateTrial trial, Optional<PolicyFile> read) {
        List<String> problems = new ArrayList<>();
        List<TemplateFile> files = trial.files();
        if (files.isEmpty()) {
            problems.add(chosen + ": has no templates in letters/ or sms/; name the folder that holds these");
            console.out().println(Shown.line(problems.get(0)));
        }
        for (TemplateFile file : files) {
            TemplateTrial.Result result = trial.check(file);
            if (result.problem().isPresent()) {
                problems.add(result.problem().get());
                console.out().println(Shown.line(result.problem().get()));
            } else {
                console.out()
                        .printf(
                                Locale.ROOT,
                                "%-28s ok: %d samples, %d to %d %s%n",
                                file.path(),
                                result.samples(),
                                result.fewest(),
                                result.most(),
                                result.unit());
            }
            console.out().flush();
        }
        problems.addAll(missing(trial, read));
        console.out()
                .printf(
                        Locale.ROOT,
                        "verdict   %d templates, %s (exit code %d)%n",
                        files.size(),
                        problems.isEmpty() ? "all can be used" : problems.size() + " with a fault",
                        problems.isEmpty() ? ExitCodes.DONE : ExitCodes.CONFIGURATION_INVALID);
        return problems.isEmpty() ? ExitCodes.DONE : ExitCodes.CONFIGURATION_INVALID;
    }

    private List<String> missing(TemplateTrial trial, Optional<PolicyFile> read) {
        List<String> missing = new ArrayList<>();
        Optional<NoticePolicy> notices = read.flatMap(file -> file.policy().notices());
        for (NoticePolicy.Stage stage : notices.map(NoticePolicy::stages).orElse(List.of())) {
            trial.missing(stage).ifPresent(file -> {
                missing.add(
                        file.path() + ": is not there, and stage " + stage.name() + " of the policy names it; add it");
                console.out().println(Shown.line(missing.get(missing.size() - 1)));
            });
        }
        return missing;
    }
}
