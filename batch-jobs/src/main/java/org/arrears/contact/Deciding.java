package org.arrears.contact;

import java.util.List;
import java.util.Set;
import org.arrears.core.contact.Debtor;
import org.arrears.core.contact.Decision;
import org.arrears.core.contact.Ladder;
import org.arrears.core.policy.NoticePolicy.Channel;
import org.arrears.run.StepProgress;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/**
 * Decides one debtor after the other: on every channel, of which those asked for are kept, so that a debtor whom
 * another channel reaches is not taken for one that none does.
 */
record Deciding(Ladder ladder, Set<Channel> asked, StepProgress progress)
        implements ItemProcessor<Debtor, DebtorDecisions> {

    @Override
    public @Nullable DebtorDecisions process(Debtor debtor) {
        if (!debtor.isInArrears()) {
            progress.expectMore(1);
        }
        progress.add(1);
        List<Decision> kept = ladder.decide(debtor).stream()
                .filter(decision -> decision.channel().map(asked::contains).orElse(true))
                .toList();
        return kept.isEmpty() ? null : new DebtorDecisions(debtor.recipient(), kept);
    }
}
