package org.arrears.contact.channel;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.arrears.contact.render.TemplateKind;
import org.arrears.contact.render.Templates;
import org.arrears.core.contact.Reach;
import org.arrears.core.policy.NoticePolicy;
import org.arrears.core.policy.Policy;
import org.arrears.run.StepName;

/** All that differs between channels: whom one reaches, what it needs and what it writes, in which steps. */
public interface Channel {

    /** Returns the word for it in policies, holds, commands and tables. */
    NoticePolicy.Channel word();

    /** Returns the letter that the numbers of its notices begin with. */
    char numberLetter();

    /** Returns what its notices are counted as: {@code letters}. */
    String plural();

    /** Returns how its templates are filled in. */
    TemplateKind templates();

    /** Returns whom it reaches, under a policy and with the templates that are filled in. */
    Reach reach(Policy policy, Templates templates);

    /** Returns what of a policy will keep it from reaching people, said with what can be done. */
    default List<String> warnings(Policy policy, Templates templates) {
        return List.of();
    }

    /** Returns a look at a text for the first character, as {@code U+20BB7}, that no notice of it can show. */
    default Function<String, Optional<String>> unwritable(Templates templates) {
        return text -> Optional.empty();
    }

    /** Returns the configuration class of the steps that write what is decided. */
    Class<?> steps();

    /** Returns the names of these steps, in order. */
    List<StepName> stepNames();

    /** Returns a way to try templates of this channel, those of a folder. */
    Rehearsal rehearsal(Templates templates);

    /** Returns its folder in the outbox, and the name of the job that only decides and writes it. */
    default String folder() {
        return templates().folder();
    }
}
