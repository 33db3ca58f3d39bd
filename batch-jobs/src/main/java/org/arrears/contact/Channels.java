package org.arrears.contact;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.arrears.contact.channel.Channel;
import org.arrears.contact.letter.LetterChannel;
import org.arrears.contact.render.TemplateFile;
import org.arrears.contact.render.TemplateKind;
import org.arrears.contact.render.Templates;
import org.arrears.contact.sms.SmsChannel;
import org.arrears.core.contact.Ladder;
import org.arrears.core.contact.Reach;
import org.arrears.core.policy.NoticePolicy;
import org.arrears.core.policy.Policy;

/** The registry of channels. */
public final class Channels {

    /** In the order in which a night writes them; a new channel is a folder beside theirs and a line here. */
    private static final List<Channel> ALL = List.of(new LetterChannel(), new SmsChannel());

    private Channels() {}

    public static List<Channel> all() {
        return ALL;
    }

    /** Returns the channel that a policy's word means. */
    public static Channel of(NoticePolicy.Channel word) {
        return ALL.stream()
                .filter(channel -> channel.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no channel is registered for " + word.code()));
    }

    /** Returns the channel that a job decides and writes; empty for the jobs that are about other things. */
    public static Optional<Channel> ofJob(String job) {
        return ALL.stream().filter(channel -> channel.folder().equals(job)).findFirst();
    }

    /** Reads the name of a template such as {@code letters/demand.zh.vm}; empty if it is none. */
    public static Optional<TemplateFile> templateFile(String path) {
        return TemplateFile.of(path, templateKinds());
    }

    static List<TemplateKind> templateKinds() {
        return ALL.stream().map(Channel::templates).toList();
    }

    /** Returns what of a policy will keep channels from reaching people, said with what can be done. */
    public static List<String> warnings(Policy policy, Templates templates) {
        return ALL.stream()
                .flatMap(channel -> channel.warnings(policy, templates).stream())
                .toList();
    }

    /** Returns a look at a text for the first character that some channel cannot show. */
    public static Function<String, Optional<String>> unwritable(Templates templates) {
        List<Function<String, Optional<String>>> looks =
                ALL.stream().map(channel -> channel.unwritable(templates)).toList();
        return text -> looks.stream().flatMap(look -> look.apply(text).stream()).findFirst();
    }

    /** Returns the rules of a policy that has notices for one business date, over every channel. */
    static Ladder ladder(Policy policy, Templates templates, LocalDate asOf) {
        List<Reach> reaches =
                ALL.stream().map(channel -> channel.reach(policy, templates)).toList();
        return new Ladder(policy.notices().orElseThrow().stages(), reaches, asOf);
    }
}
