package org.arrears.contact;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.arrears.core.policy.NoticePolicy.Stage;

/** What was decided for one debtor on one channel. */
sealed interface Decision {

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
    }

    /**
     * None goes out, though the debtor is in arrears.
     *
     * @param stage the stage that would have been, empty if none fits
     * @param until the day from which the reason no longer holds; empty if that is not known
     */
    record Suppress(String channel, String stage, String reason, Optional<LocalDate> until) implements Decision {}
}
