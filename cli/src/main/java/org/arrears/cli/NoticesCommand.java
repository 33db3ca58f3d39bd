package org.arrears.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.arrears.contact.Channels;
import org.arrears.core.policy.NoticePolicy.Channel;
import org.arrears.nightly.NoticesJob;
import org.arrears.run.RunRequest;
import org.arrears.run.RunRequest.Options;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code arrears notices}: only letters or SMS. */
@Command(
        name = "notices",
        description = "Only decide and write the letters or the SMS of an assessed business date.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class NoticesCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--as-of", required = true, paramLabel = "DATE", description = "Business date, yyyy-MM-dd.")
    private LocalDate asOf = LocalDate.EPOCH;

    @Option(names = "--channel", required = true, paramLabel = "letter|sms", description = "Which.")
    private Channel channel = Channel.UNSAID;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Gets DIR/DATE-letters or -sms.")
    private Path out = Path.of("");

    @Mixin
    private PartOptions part = new PartOptions();

    NoticesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        String job = Channels.of(channel).folder();
        RunRequest request = part.request(
                console, job, asOf, new PartOptions.Paths(out, out), Options.ORDINARY.withChannel(channel));
        return part.run(console, NoticesJob.class, request);
    }
}
