package org.arrears.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.arrears.contact.Channels;
import org.arrears.contact.TemplateTrial;
import org.arrears.contact.channel.Rehearsal.Specimen;
import org.arrears.contact.render.NoticeView;
import org.arrears.contact.render.SampleNotices;
import org.arrears.contact.render.TemplateException;
import org.arrears.contact.render.TemplateFile;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code arrears template preview}: shows one template filled in. */
@Command(
        name = "preview",
        description =
                "Show a template filled in with a sample notice: a letter as PDF (default TEMPLATE.pdf here), an SMS"
                        + " as text.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class TemplatePreviewCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "TEMPLATE", description = "Such as letters/demand.zh.vm or sms/reminder.zh.vm.")
    private String template = "";

    @Option(
            names = "--templates",
            paramLabel = "DIR",
            description = "Folder with letters/ and sms/ (default: that of the policy, else of this installation).")
    private Optional<Path> named = Optional.empty();

    @Option(names = "--policy", paramLabel = "FILE", description = "Policy whose own templates are meant.")
    private Optional<Path> policy = Optional.empty();

    @Option(
            names = "--sample",
            paramLabel = "NAME",
            description = "one-loan (default), three-loans, three-currencies, forty-loans, bare.")
    private String sample = "one-loan";

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Mixin
    private OldOutOption oldOut = new OldOutOption();

    TemplatePreviewCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        TemplateFile file = Channels.templateFile(template)
                .orElseThrow(() -> new ArrearsException(
                        FailureKind.CONFIGURATION_INVALID,
                        "\"" + template + "\" is no template: name one such as letters/demand.zh.vm"));
        Map<String, NoticeView> samples = SampleNotices.in(file.language());
        NoticeView notice = Optional.ofNullable(samples.get(sample))
                .orElseThrow(() -> new WrongUsageException(
                        "--sample \"" + sample + "\": one of " + String.join(", ", samples.keySet())));
        try {
            Path folder =
                    TemplateFolder.of(named, policy.map(policyFile -> PolicyFiles.read(policyFile, console.err())));
            TemplateTrial trial = new TemplateTrial(folder);
            if (!trial.files().contains(file)) {
                throw new ArrearsException(
                        FailureKind.CONFIGURATION_INVALID,
                        template + ": is not in " + folder + "; there are: "
                                + trial.files().stream().map(TemplateFile::path).toList());
            }
            show(trial.preview(file, notice), file);
            return ExitCodes.DONE;
        } catch (TemplateException bad) {
            throw bad.asFailure();
        }
    }

    private void show(Specimen specimen, TemplateFile file) {
        if (specimen.isFile()) {
            String usual = file.template() + "." + file.language() + specimen.ending();
            Destination target = chosen(Form.PDF, usual).target();
            target.bytes(stream -> {
                stream.write(specimen.content());
                return specimen.content().length;
            });
            Screen said = target.isStdout() ? console.err() : console.out();
            said.println(target.shown() + ": " + specimen.remark());
        } else {
            chosen(Form.TEXT, Destination.STDOUT).print(specimen.text());
            console.err().println(specimen.remark());
        }
    }

    private Output chosen(Form form, String otherwise) {
        return output.chosen(console, Optional.empty(), FormChoice.of(form), oldOut.file(), otherwise);
    }
}
