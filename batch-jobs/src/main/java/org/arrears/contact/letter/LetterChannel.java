package org.arrears.contact.letter;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.arrears.contact.channel.Channel;
import org.arrears.contact.channel.Rehearsal;
import org.arrears.contact.render.TemplateKind;
import org.arrears.contact.render.Templates;
import org.arrears.core.contact.Reach;
import org.arrears.core.policy.NoticePolicy;
import org.arrears.core.policy.Policy;
import org.arrears.run.StepName;

/** Letters, printed in runs. */
public final class LetterChannel implements Channel {

    @Override
    public NoticePolicy.Channel word() {
        return NoticePolicy.Channel.LETTER;
    }

    @Override
    public char numberLetter() {
        return 'L';
    }

    @Override
    public String plural() {
        return "letters";
    }

    @Override
    public TemplateKind templates() {
        return new LetterTemplates();
    }

    @Override
    public Reach reach(Policy policy, Templates templates) {
        return new LetterReach(PrintableText.in(templates), policy);
    }

    @Override
    public List<String> warnings(Policy policy, Templates templates) {
        boolean writes = policy.notices().stream()
                .flatMap(notices -> notices.stages().stream())
                .anyMatch(stage -> stage.channel().equals(word()));
        if (!writes) {
            return List.of();
        }
        PrintableText font = PrintableText.in(templates);
        return LetterTexts.of(policy).entrySet().stream()
                .flatMap(text -> font.firstMissing(text.getValue()).stream()
                        .map(glyph -> text.getKey() + " has " + glyph.unicode()
                                + ", which the font of the letters cannot print: no letter that may show it is sent"
                                + " (missing-glyph); replace it"))
                .toList();
    }

    @Override
    public Function<String, Optional<String>> unwritable(Templates templates) {
        PrintableText font = PrintableText.in(templates);
        return text -> font.firstMissing(text).map(MissingGlyph::unicode);
    }

    @Override
    public Class<?> steps() {
        return LetterSteps.class;
    }

    @Override
    public List<StepName> stepNames() {
        return List.of(LetterStep.values());
    }

    @Override
    public Rehearsal rehearsal(Templates templates) {
        return new LetterRehearsal(templates);
    }
}
