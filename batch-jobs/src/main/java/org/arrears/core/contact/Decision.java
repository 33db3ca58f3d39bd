package org.arrears.core.contact;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.arrears.core.policy.NoticePolicy.Channel;
import org.arrears.core.policy.NoticePolicy.Stage;

/** What was decided for one debtor on one channel. */
public sealed interface Decision {

    /** Returns the channel it is about; empty for a debtor whom no channel has a stage for. */
    Optional<Channel> channel();

    /**
     * A notice goes out.
     *
     * @param occurrence its number within this spell of being overdue, from 1
     * @param aboutDueOn the due date it announces; empty for one about arrears
     */
    record Send(Stage stage, int occurrence, Optional<LocalDate> aboutDueOn, List<Account> accounts)
            implements Decision {
        public Send {
            accounts = List.copyOf(accounts);
        }

        @Override
        public Optional<Channel> channel() {
            return Optional.of(stage.channel());
        }
    }

    /**
     * None goes out, though the debtor is in arrears or something falls due.
     *
     * @param stage the stage that would have been, empty if none fits
     */
    record Suppress(Optional<Stage> stage, Stop why) implements Decision {

        @Override
        public Optional<Channel> channel() {
            return stage.map(Stage::channel);
        }
    }
}
