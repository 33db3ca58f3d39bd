package org.arrears.core.contact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.arrears.core.policy.NoticePolicy.Stage;
import org.arrears.core.policy.NoticePolicy.Trigger;

/**
 * Decides by state, never by equality with a date: the gravest stage that fits is due unless it was sent lately or
 * often enough in this spell of being overdue, so a missed night still sends and a rerun does not send twice.
 */
public final class Ladder {

    private final List<Stage> stages;
    private final List<Reach> channels;
    private final LocalDate asOf;

    /**
     * A ladder for one business date.
     *
     * @param stages from mild to grave
     * @param channels every channel there is, whichever is written: a debtor whom one of them reaches is not
     *     without a stage
     */
    public Ladder(List<Stage> stages, List<Reach> channels, LocalDate asOf) {
        this.stages = List.copyOf(stages);
        this.channels = List.copyOf(channels);
        this.asOf = asOf;
    }

    /** Decides for a debtor: at most one notice a channel; one in arrears gets a notice or a reason. */
    public List<Decision> decide(Debtor debtor) {
        List<Decision> decisions = new ArrayList<>();
        for (Reach channel : channels) {
            Optional<Decision> decision =
                    debtor.isInArrears() ? aboutArrears(debtor, channel) : aboutDueDates(debtor, channel);
            decision.ifPresent(decisions::add);
        }
        if (debtor.isInArrears() && decisions.isEmpty()) {
            decisions.add(withoutStage(debtor));
        }
        return decisions;
    }

    /** The stage follows from the loans that remain; where none fits them, what stops the others is told. */
    private Optional<Decision> aboutArrears(Debtor debtor, Reach channel) {
        Remaining remaining = remaining(debtor.overdue(), channel);
        Optional<Stage> due = stage(channel, Trigger.DPD, remaining.worstDpd());
        return due.isPresent()
                ? due.map(stage -> {
                    Memory memory = Memory.ofSpell(stage, debtor.sent(), debtor.overdueSince(), asOf);
                    return decide(debtor.recipient(), stage, channel, remaining, memory, Optional.empty());
                })
                : stage(channel, Trigger.DPD, debtor.worstDpd())
                        .flatMap(stage -> remaining.stop().map(stop -> suppress(stage, stop)));
    }

    private Decision withoutStage(Debtor debtor) {
        if (debtor.doubt().isPresent() && !debtor.isSurelyOverdue()) {
            return new Decision.Suppress(
                    Optional.empty(), Stop.of(debtor.doubt().get()));
        }
        String reason = debtor.worstDpd() == 0 ? "within-grace-or-tolerance" : "no-stage";
        return new Decision.Suppress(Optional.empty(), Stop.until(reason, asOf.plusDays(1)));
    }

    /** About the nearest due date that can be announced; a later one waits for the next night. */
    private Optional<Decision> aboutDueDates(Debtor debtor, Reach channel) {
        Optional<Decision> nearest = Optional.empty();
        for (DueDate upcoming : debtor.upcoming()) {
            Optional<Decision> decision = announce(debtor, channel, upcoming);
            if (decision.isPresent() && decision.get() instanceof Decision.Send) {
                return decision;
            }
            nearest = nearest.or(() -> decision);
        }
        return nearest;
    }

    private Optional<Decision> announce(Debtor debtor, Reach channel, DueDate upcoming) {
        int daysToDue = Math.toIntExact(upcoming.dueOn().toEpochDay() - asOf.toEpochDay());
        return stage(channel, Trigger.DAYS_TO_DUE, daysToDue)
                .map(stage -> decide(
                        debtor.recipient(),
                        stage,
                        channel,
                        remaining(upcoming.accounts(), channel),
                        Memory.ofDueDate(stage, debtor.sent(), upcoming.dueOn()),
                        Optional.of(upcoming.dueOn())));
    }

    private Remaining remaining(List<Account> accounts, Reach channel) {
        return Remaining.of(accounts, channel.channel().code(), asOf);
    }

    private Optional<Stage> stage(Reach channel, Trigger trigger, int days) {
        return stages.stream()
                .filter(stage -> stage.channel() == channel.channel()
                        && stage.trigger() == trigger
                        && stage.days().contains(days))
                .reduce((mild, grave) -> grave);
    }

    /** A stage fits; what stops it nevertheless is the first that applies. */
    private static Decision decide(
            Recipient recipient,
            Stage stage,
            Reach channel,
            Remaining remaining,
            Memory memory,
            Optional<LocalDate> aboutDueOn) {
        Optional<Stop> stop = remaining.accounts().isEmpty()
                ? remaining.stop()
                : channel.obstacle(recipient, remaining.accounts())
                        .or(() -> remaining.reaches(stage.minimumAmount())
                                ? Optional.empty()
                                : Optional.of("below-minimum-amount"))
                        .map(Stop::untilFurtherNotice)
                        .or(memory::stop);
        return stop.isPresent()
                ? suppress(stage, stop.get())
                : new Decision.Send(stage, memory.occurrence(), aboutDueOn, remaining.accounts());
    }

    private static Decision suppress(Stage stage, Stop stop) {
        return new Decision.Suppress(Optional.of(stage), stop);
    }
}
