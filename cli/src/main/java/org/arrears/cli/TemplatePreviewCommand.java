package org.arrears.cli;

import java.nio.file.Files;
import java.nio.file.Path;
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
        TemplateFile file = TemplateFile.of(template)
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
        chosen(Form.TEXT, Destination.STDOUT).print(sms.text());
        console.err()
                .printf(
                        Locale.ROOT,
                        "%d characters, %d segments%n",
                        sms.text().codePointCount(0, sms.text().length()),
                        sms.segments());
    }

    private void print(TemplateTrial trial, TemplateFile file, NoticeView notice) {
        Destination target = chosen(Form.PDF, file.template() + "." + file.language() + ".pdf")
                .target();
        PrintedLetter printed = target.bytes(stream -> {
            Path pdf = Files.createTempFile("arrears-preview-", ".pdf");
            try {
                PrintedLetter letter = trial.letter(file, notice, pdf);
                Files.copy(pdf, stream);
                return letter;
            } finally {
                Files.delete(pdf);
            }
        });
        Screen said = target.isStdout() ? console.err() : console.out();
        said.printf(Locale.ROOT, "%s: %d pages%n", target.shown(), printed.pages());
    }

    private Output chosen(Form form, String otherwise) {
        return output.chosen(console, Optional.empty(), FormChoice.of(form), oldOut.file(), otherwise);
    }
}
