package org.arrears.core.contact;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.arrears.core.policy.NoticePolicy.Stage;

/**
 * What notices of a stage sent before mean for the next one.
 *
 * @param occurrence the number of the next one
 * @param stop why it must not go out now, if so
 */
record Memory(int occurrence, Optional<Stop> stop) {

    /** About arrears: at most so many in a spell, and at least so many days between two of them. */
    static Memory ofSpell(Stage stage, List<Sent> sent, LocalDate overdueSince, LocalDate asOf) {
        List<LocalDate> before = sent.stream()
                .filter(notice -> notice.stage().equals(stage.name()))
                .map(Sent::asOf)
                .filter(day -> !day.isBefore(overdueSince))
                .toList();
        if (before.size() >= stage.atMost()) {
            return new Memory(before.size() + 1, Optional.of(Stop.untilFurtherNotice("sent-often-enough")));
        }
        Optional<Stop> lately = before.stream()
                .max(LocalDate::compareTo)
                .map(last -> last.plusDays(stage.everyDays()))
                .filter(asOf::isBefore)
                .map(next -> Stop.until("sent-lately", next));
        return new Memory(before.size() + 1, lately);
    }

    /** About a due date: once. */
    static Memory ofDueDate(Stage stage, List<Sent> sent, LocalDate dueOn) {
        boolean announced = sent.stream()
                .anyMatch(notice -> notice.stage().equals(stage.name())
                        && notice.aboutDueOn().equals(Optional.of(dueOn)));
        return new Memory(
                1, announced ? Optional.of(Stop.until("already-announced", dueOn.plusDays(1))) : Optional.empty());
    }
}
