package org.arrears.contact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.arrears.core.money.CurrencyUnit;
import org.arrears.core.policy.NoticePolicy;
import org.arrears.core.policy.NoticePolicy.Channel;
import org.arrears.core.policy.NoticePolicy.Stage;
import org.arrears.core.policy.NoticePolicy.Trigger;
import org.arrears.facts.Doubt;
import org.arrears.facts.HoldsInForce;

/**
 * Decides by state, never by equality with a date: the gravest stage that fits is due unless it was sent lately or
 * often enough in this spell of being overdue, so a missed night still sends and a rerun does not send twice.
 */
final class Ladder {

    private final NoticePolicy policy;
    private final HoldsInForce holds;
    private final LocalDate asOf;
    private final Set<Channel> channels;
    private final Predicate<DebtorCase.Contact> printable;

    Ladder(
            NoticePolicy policy,
            HoldsInForce holds,
            LocalDate asOf,
            Set<Channel> channels,
            Predicate<DebtorCase.Contact> printable) {
        this.policy = policy;
        this.holds = holds;
        this.asOf = asOf;
        this.channels = channels;
        this.printable = printable;
    }

    /** Decides for a debtor in arrears: at most one notice a channel. */
    List<Decision> decide(DebtorCase debtor) {
        List<Decision> decisions = new ArrayList<>();
        for (Channel channel : new TreeSet<>(channels)) {
            decide(debtor, channel).ifPresent(decisions::add);
        }
        if (decisions.isEmpty()) {
            decisions.add(withoutStage(debtor));
        }
        return decisions;
    }

    /** The stage follows from the loans that remain; where none fits them, what stops the others is told. */
    private Optional<Decision> decide(DebtorCase debtor, Channel channel) {
        Remaining remaining = remaining(debtor, channel);
        Optional<Stage> due = stage(channel, Trigger.DPD, remaining.worstDpd());
        return due.isPresent()
                ? due.map(stage -> decide(debtor, stage, remaining, Optional.empty()))
                : stage(channel, Trigger.DPD, debtor.customerDpd())
                        .flatMap(stage -> remaining.stop().map(stop -> suppress(stage, stop.reason(), stop.until())));
    }

    private Decision withoutStage(DebtorCase debtor) {
        boolean soundInArrears =
                debtor.accounts().stream().anyMatch(account -> account.doubt().isEmpty() && account.dpd() > 0);
        Optional<Doubt> doubt = debtor.accounts().stream()
                .flatMap(account -> account.doubt().stream())
                .min(Comparator.naturalOrder());
        if (doubt.isPresent() && !soundInArrears) {
            return new Decision.Suppress("", "", doubt.get().code(), Optional.empty());
        }
        String reason = debtor.customerDpd() == 0 ? "within-grace-or-tolerance" : "no-stage";
        return new Decision.Suppress("", "", reason, Optional.of(asOf.plusDays(1)));
    }

    /**
     * Decides for a debtor without arrears whose next due dates are near: at most one notice a channel, about the
     * nearest date not announced yet; a later one waits for the next night.
     */
    List<Decision> announce(SortedMap<LocalDate, DebtorCase> byDueOn) {
        Map<Channel, Decision> byChannel = new EnumMap<>(Channel.class);
        byDueOn.forEach((dueOn, debtor) -> announce(debtor, dueOn)
                .forEach((channel, decision) -> byChannel.merge(
                        channel,
                        decision,
                        (nearer, later) -> nearer instanceof Decision.Suppress && later instanceof Decision.Send
                                ? later
                                : nearer)));
        return List.copyOf(byChannel.values());
    }

    private Map<Channel, Decision> announce(DebtorCase debtor, LocalDate dueOn) {
        int daysToDue = Math.toIntExact(dueOn.toEpochDay() - asOf.toEpochDay());
        Map<Channel, Decision> decisions = new EnumMap<>(Channel.class);
        for (Channel channel : channels) {
            stage(channel, Trigger.DAYS_TO_DUE, daysToDue)
                    .map(stage -> decide(debtor, stage, remaining(debtor, channel), Optional.of(dueOn)))
                    .ifPresent(decision -> decisions.put(channel, decision));
        }
        return decisions;
    }

    private Optional<Stage> stage(Channel channel, Trigger trigger, int days) {
        return policy.stages().stream()
                .filter(stage -> stage.channel() == channel
                        && stage.trigger() == trigger
                        && stage.days().contains(days))
                .reduce((mild, grave) -> grave);
    }

    private Decision decide(DebtorCase debtor, Stage stage, Remaining remaining, Optional<LocalDate> aboutDueOn) {
        List<Account> accounts = remaining.accounts();
        if (accounts.isEmpty()) {
            Remaining.Stop stop = remaining.stop().orElseThrow();
            return suppress(stage, stop.reason(), stop.until());
        }
        if (stage.channel() == Channel.LETTER && !printable.test(debtor.contact())) {
            return suppress(stage, "missing-glyph", Optional.empty());
        }
        if (!reachable(debtor.contact(), stage.channel())) {
            String missing = stage.channel() == Channel.SMS ? "no-valid-phone" : "no-address";
            return suppress(stage, missing, Optional.empty());
        }
        if (!reaches(stage.minimumAmount(), accounts)) {
            return suppress(stage, "below-minimum-amount", Optional.empty());
        }
        return aboutDueOn.isPresent()
                ? once(debtor, stage, aboutDueOn.get(), accounts)
                : again(debtor, stage, accounts);
    }

    private Remaining remaining(DebtorCase debtor, Channel channel) {
        List<Account> accounts = new ArrayList<>();
        List<Remaining.Stop> stops = new ArrayList<>();
        for (Account account : debtor.accounts()) {
            stop(debtor, channel, account).ifPresentOrElse(stops::add, () -> accounts.add(account));
        }
        return new Remaining(accounts, stops);
    }

    private Optional<Remaining.Stop> stop(DebtorCase debtor, Channel channel, Account account) {
        Optional<Remaining.Stop> doubt = account.doubt().map(Remaining.Stop::of);
        return doubt.or(() -> holds.stopping(
                                channel.code(),
                                account.loanNo(),
                                debtor.contact().customerNo())
                        .map(Remaining.Stop::of))
                .or(() -> account.promisedUntil().map(Remaining.Stop::ofPromise));
    }

    private static boolean reachable(DebtorCase.Contact contact, Channel channel) {
        return switch (channel) {
            case SMS -> contact.phone().matches("\\+?[0-9][0-9 -]{5,18}[0-9]");
            case LETTER -> !contact.address().isBlank();
        };
    }

    private static boolean reaches(BigDecimal minimum, List<Account> accounts) {
        Map<String, Long> totals = new LinkedHashMap<>();
        accounts.forEach(account ->
                totals.merge(account.currency(), account.amounts().dues().total(), Math::addExact));
        return totals.entrySet().stream().anyMatch(total -> {
            int digits = CurrencyUnit.of(total.getKey()).orElseThrow().digits();
            return BigDecimal.valueOf(total.getValue(), digits).compareTo(minimum) >= 0;
        });
    }

    private Decision once(DebtorCase debtor, Stage stage, LocalDate dueOn, List<Account> accounts) {
        boolean announced = debtor.sent().stream()
                .anyMatch(sent ->
                        sent.stage().equals(stage.name()) && sent.aboutDueOn().equals(Optional.of(dueOn)));
        return announced
                ? suppress(stage, "already-announced", Optional.of(dueOn.plusDays(1)))
                : new Decision.Send(stage, 1, Optional.of(dueOn), accounts);
    }

    private Decision again(DebtorCase debtor, Stage stage, List<Account> accounts) {
        List<LocalDate> sent = debtor.sent().stream()
                .filter(before ->
                        before.stage().equals(stage.name()) && !before.asOf().isBefore(debtor.overdueSince()))
                .map(DebtorCase.Sent::asOf)
                .toList();
        Optional<LocalDate> last = sent.stream().max(LocalDate::compareTo);
        if (sent.size() >= stage.atMost()) {
            return suppress(stage, "sent-often-enough", Optional.empty());
        }
        if (last.isPresent() && asOf.isBefore(last.get().plusDays(stage.everyDays()))) {
            return suppress(stage, "sent-lately", Optional.of(last.get().plusDays(stage.everyDays())));
        }
        return new Decision.Send(stage, sent.size() + 1, Optional.empty(), accounts);
    }

    private static Decision.Suppress suppress(Stage stage, String reason, Optional<LocalDate> until) {
        return new Decision.Suppress(stage.channel().code(), stage.name(), reason, until);
    }
}
