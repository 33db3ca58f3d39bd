package org.arrears.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.arrears.contact.Channels;
import org.arrears.contact.channel.RunTemplates;
import org.arrears.core.policy.FilePolicy;
import org.arrears.ingest.check.CheckRequest;
import org.arrears.ingest.check.CheckedFile;
import org.arrears.ingest.check.CheckedInbox;
import org.arrears.ingest.check.FileCheck;
import org.arrears.ingest.file.Dialect;
import org.arrears.ingest.mapping.Mapping;
import org.arrears.ingest.mapping.MappingReader;
import org.arrears.run.RunRequest.PolicyFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code arrears check}: validates input files without a database. */
@Command(
        name = "check",
        description = "Check input files as ingest would, without a database: nothing is stored.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class CheckCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(arity = "1..*", paramLabel = "FILE|DIR", description = "Files, or folders of files.")
    private List<Path> paths = new ArrayList<>();

    @Mixin
    private FileOptions files = new FileOptions();

    @Option(names = "--policy", paramLabel = "FILE", description = "Policy whose section files holds.")
    private Optional<Path> policy = Optional.empty();

    @Option(names = "--rejects", paramLabel = "DIR", description = "Write reject files here as ingest does.")
    private Optional<Path> rejects = Optional.empty();

    @Option(names = "--show", paramLabel = "N", description = "Rejected rows to show of each file (default 20).")
    private int shown = 20;

    @Mixin
    private TextOrJson output = new TextOrJson();

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        PolicyFile read =
                policy.map(path -> PolicyFiles.read(path, console.err())).orElseGet(PolicyFiles::forFilesOnly);
        FilePolicy settings = read.policy().files();
        Dialect dialect =
                new Dialect(files.charset().orElse(settings.charset()), settings.maxUnpacked(), readMapping());
        CheckRequest request = new CheckRequest(
                paths,
                dialect,
                files.maxRejects().orElse(settings.maxRejects()),
                settings.required(),
                rejects,
                Channels.unwritable(RunTemplates.open(read.templates())),
                Math.max(shown, 0));
        Output result = output.chosen(console);
        FileCheck check = FileCheck.of(request);
        return result.print(screen -> result.json() ? json(check, screen) : text(check, screen));
    }

    private static int json(FileCheck check, Screen screen) {
        List<CheckedFile> checked = new ArrayList<>();
        check.run(checked::add);
        int verdict = verdict(check.inboxes(), checked);
        screen.println(CheckJson.of(check.inboxes(), checked, verdict));
        return verdict;
    }

    private static int text(FileCheck check, Screen screen) {
        List<CheckedFile> checked = new ArrayList<>();
        CheckText text = new CheckText(screen);
        check.run(file -> {
            checked.add(file);
            text.print(file);
        });
        int verdict = verdict(check.inboxes(), checked);
        check.inboxes().forEach(text::print);
        text.verdict(check.inboxes(), checked, verdict);
        return verdict;
    }

    private Mapping readMapping() {
        Path first = paths.get(0).toAbsolutePath().normalize();
        Path folder = Files.isDirectory(first) || first.getParent() == null ? first : first.getParent();
        return MappingReader.forInbox(files.mapping(), folder);
    }

    /** The exit code that a load of these files would end with. */
    private static int verdict(List<CheckedInbox> inboxes, List<CheckedFile> files) {
        int rejects =
                files.stream().anyMatch(file -> file.rejected() > 0) ? ExitCodes.DONE_WITH_REJECTS : ExitCodes.DONE;
        return Stream.concat(
                        inboxes.stream().flatMap(inbox -> inbox.refusal().stream()),
                        files.stream().flatMap(file -> file.refusal().stream()))
                .mapToInt(refusal -> ExitCodes.of(refusal.kind()))
                .findFirst()
                .orElse(rejects);
    }
}
