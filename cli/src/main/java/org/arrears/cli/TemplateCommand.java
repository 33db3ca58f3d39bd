package org.arrears.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.arrears.contact.render.NoticeView;
import org.arrears.contact.render.PrintedLetter;
import org.arrears.contact.render.SampleNotices;
import org.arrears.contact.render.SmsText;
import org.arrears.contact.render.TemplateException;
import org.arrears.contact.render.TemplateFile;
import org.arrears.contact.render.TemplateKind;
import org.arrears.contact.render.TemplateTrial;
import org.arrears.core.policy.NoticePolicy;
import org.arrears.core.text.Shown;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code arrears template}: what can be done with letter and SMS templates before a run, without a database. */
@Command(
        name = "template",
        description = "Check and preview the templates of letters and SMS.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {TemplateCommand.Check.class, TemplateCommand.Preview.class})
final class TemplateCommand {

    private static final Path BUNDLED =
            Path.of(System.getProperty("arrears.root", ".")).resolve("templates");

    private TemplateCommand() {}

    /** Tries every template with sample notices. */
    @Command(
            name = "check",
            description = "Try every template with sample notices: one loan, several, several currencies, many, bare.",
            mixinStandardHelpOptions = true,
            sortOptions = false)
    static final class Check implements Callable<Integer> {

        private final Surroundings world;

        @Parameters(
                arity = "0..1",
                paramLabel = "DIR",
                description = "Folder with letters/ and sms/ (default: templates of this installation).")
        private Path folder = BUNDLED;

        @Option(
                names = "--policy",
                paramLabel = "FILE",
                description = "Also check that the templates which the stages of this policy name are there.")
        private Optional<Path> policy = Optional.empty();

        Check(Surroundings world) {
            this.world = world;
        }

        @Override
        public Integer call() {
            try {
                return check(new TemplateTrial(folder));
            } catch (TemplateException unusable) {
                throw unusable.asFailure();
            }
        }

        private int check(TemplateTrial trial) {
            List<String> problems = new ArrayList<>();
            List<TemplateFile> files = trial.files();
            if (files.isEmpty()) {
                problems.add(folder + ": has no templates in letters/ or sms/; name the folder that holds these");
                world.out().println(Shown.line(problems.get(0)));
            }
            for (TemplateFile file : files) {
                TemplateTrial.Result result = trial.check(file);
                if (result.problem().isPresent()) {
                    problems.add(result.problem().get());
                    world.out().println(Shown.line(result.problem().get()));
                } else {
                    world.out()
                            .printf(
                                    Locale.ROOT,
                                    "%-28s ok: %d samples, %d to %d %s%n",
                                    file.path(),
                                    result.samples(),
                                    result.fewest(),
                                    result.most(),
                                    file.kind() == TemplateKind.SMS ? "segments" : "pages");
                }
                world.out().flush();
            }
            problems.addAll(missing(trial));
            world.out()
                    .printf(
                            Locale.ROOT,
                            "verdict   %d templates, %s (exit code %d)%n",
                            files.size(),
                            problems.isEmpty() ? "all can be used" : problems.size() + " with a fault",
                            problems.isEmpty() ? ExitCodes.DONE : ExitCodes.CONFIGURATION_INVALID);
            return problems.isEmpty() ? ExitCodes.DONE : ExitCodes.CONFIGURATION_INVALID;
        }

        private List<String> missing(TemplateTrial trial) {
            List<String> missing = new ArrayList<>();
            Optional<NoticePolicy> notices = policy.flatMap(
                    path -> PolicyFiles.read(path, world.err()).policy().notices());
            for (NoticePolicy.Stage stage : notices.map(NoticePolicy::stages).orElse(List.of())) {
                TemplateKind kind =
                        stage.channel() == NoticePolicy.Channel.SMS ? TemplateKind.SMS : TemplateKind.LETTER;
                if (!trial.has(kind, stage.template())) {
                    String file = new TemplateFile(kind, stage.template(), "zh").path();
                    missing.add(file + ": is not there, and stage " + stage.name() + " of the policy names it; add it");
                    world.out().println(Shown.line(missing.get(missing.size() - 1)));
                }
            }
            return missing;
        }
    }

    /** Shows one template filled in. */
    @Command(
            name = "preview",
            description = "Show a template filled in with a sample notice: a letter as PDF, an SMS as text.",
            mixinStandardHelpOptions = true,
            sortOptions = false)
    static final class Preview implements Callable<Integer> {

        private final Surroundings world;

        @Parameters(paramLabel = "TEMPLATE", description = "Such as letters/demand.zh.vm or sms/reminder.zh.vm.")
        private String template = "";

        @Option(
                names = "--templates",
                paramLabel = "DIR",
                description = "Folder with letters/ and sms/ (default: templates of this installation).")
        private Path folder = BUNDLED;

        @Option(
                names = "--sample",
                paramLabel = "NAME",
                description = "one-loan (default), three-loans, three-currencies, forty-loans, bare.")
        private String sample = "one-loan";

        @Option(
                names = {"-o", "--out"},
                paramLabel = "FILE",
                description = "Where the letter goes (default: TEMPLATE.pdf in the working folder).")
        private Optional<Path> out = Optional.empty();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        Preview(Surroundings world) {
            this.world = world;
        }

        @Override
        public Integer call() {
            TemplateFile file = TemplateFile.of(template)
                    .orElseThrow(() -> new ArrearsException(
                            FailureKind.CONFIGURATION_INVALID,
                            "\"" + template + "\" is no template: name one such as letters/demand.zh.vm"));
            Map<String, NoticeView> samples = SampleNotices.in(file.language());
            NoticeView notice = Optional.ofNullable(samples.get(sample))
                    .orElseThrow(() -> new ParameterException(
                            spec.commandLine(),
                            "--sample \"" + sample + "\": one of " + String.join(", ", samples.keySet())));
            try {
                TemplateTrial trial = new TemplateTrial(folder);
                if (!trial.files().contains(file)) {
                    throw new ArrearsException(
                            FailureKind.CONFIGURATION_INVALID,
                            template + ": is not in " + folder + "; there are: "
                                    + trial.files().stream()
                                            .map(TemplateFile::path)
                                            .toList());
                }
                if (file.kind() == TemplateKind.SMS) {
                    show(trial.sms(file, notice));
                } else {
                    print(trial, file, notice);
                }
                return ExitCodes.DONE;
            } catch (TemplateException bad) {
                throw bad.asFailure();
            }
        }

        private void show(SmsText sms) {
            world.out().println(sms.text());
            world.err()
                    .printf(
                            Locale.ROOT,
                            "%d characters, %d segments%n",
                            sms.text().codePointCount(0, sms.text().length()),
                            sms.segments());
        }

        private void print(TemplateTrial trial, TemplateFile file, NoticeView notice) {
            Path pdf = out.orElse(Path.of(file.template() + "." + file.language() + ".pdf"));
            PrintedLetter printed = trial.letter(file, notice, pdf);
            world.out().printf(Locale.ROOT, "%s: %d pages%n", pdf, printed.pages());
        }
    }
}
