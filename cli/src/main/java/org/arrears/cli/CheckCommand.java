package org.arrears.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.arrears.core.policy.FilePolicy;
import org.arrears.ingest.CheckRequest;
import org.arrears.ingest.CheckedFile;
import org.arrears.ingest.Dialect;
import org.arrears.ingest.FileCheck;
import org.arrears.ingest.Mapping;
import org.arrears.ingest.MappingReader;
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

    private final Surroundings world;

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

    @Option(names = "--output", paramLabel = "FORM", description = "Form of the result: text (default), json.")
    private Form form = Form.TEXT;

    CheckCommand(Surroundings world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        FilePolicy settings = policy.map(path -> PolicyFiles.read(path, world.err()))
                .orElseGet(PolicyFiles::forFilesOnly)
                .policy()
                .files();
        Dialect dialect =
                new Dialect(files.charset().orElse(settings.charset()), settings.maxUnpacked(), readMapping());
        CheckRequest request = new CheckRequest(
                paths,
                dialect,
                files.maxRejects().orElse(settings.maxRejects()),
                settings.required(),
                rejects,
                Math.max(shown, 0));
        List<CheckedFile> checked = new ArrayList<>();
        FileCheck check = FileCheck.of(request);
        if (form == Form.JSON) {
            check.run(checked::add);
            world.out().println(CheckJson.of(checked, verdict(checked)));
        } else {
            CheckText text = new CheckText(world.out());
            check.run(file -> {
                checked.add(file);
                text.print(file);
            });
            text.verdict(checked, verdict(checked));
        }
        return verdict(checked);
    }

    private Mapping readMapping() {
        Path first = paths.get(0).toAbsolutePath().normalize();
        Path folder = Files.isDirectory(first) || first.getParent() == null ? first : first.getParent();
        return MappingReader.forInbox(files.mapping(), folder);
    }

    /** The exit code that a load of these files would end with. */
    private static int verdict(List<CheckedFile> files) {
        int rejects =
                files.stream().anyMatch(file -> file.rejected() > 0) ? ExitCodes.DONE_WITH_REJECTS : ExitCodes.DONE;
        return files.stream()
                .flatMap(file -> file.refusal().stream())
                .mapToInt(refusal -> ExitCodes.of(refusal.kind()))
                .findFirst()
                .orElse(rejects);
    }
}
