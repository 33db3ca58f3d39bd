package org.arrears.explain;

import java.util.ArrayList;
import java.util.List;
import org.arrears.explain.Explanation.Column;
import org.arrears.explain.Explanation.Section;
import org.arrears.explain.Explanation.Table;

/** Open rejects, holds, promises, notices and placements of the account. */
final class AccountSection {

    private AccountSection() {}

    static Section of(AccountContext account, LoanFigures figures) {
        List<String> none = new ArrayList<>();
        List<Table> tables = new ArrayList<>();
        add("Rejected rows not mended", rejects(account), none, tables);
        add("Holds in force", holds(account), none, tables);
        add("Promises 承诺还款", promises(account, figures), none, tables);
        add("Notices sent", notices(account), none, tables);
        add("Placements 委外", placements(account), none, tables);
        return new Section("Account", none, tables);
    }

    private static void add(String caption, Table table, List<String> none, List<Table> tables) {
        if (table.rows().isEmpty()) {
            none.add(caption + ": none.");
        } else {
            tables.add(new Table(caption, table.columns(), table.rows(), List.of(), List.of()));
        }
    }

    private static Table rejects(AccountContext account) {
        return table(
                account.rejects().stream()
                        .map(reject -> List.of(
                                reject.kind(),
                                reject.key(),
                                reject.code(),
                                reject.file() + ":" + reject.line(),
                                reject.since().toString()))
                        .toList(),
                "kind",
                "key",
                "code",
                "place",
                "since");
    }

    private static Table holds(AccountContext account) {
        return table(
                account.holds().stream()
                        .map(hold -> List.of(
                                hold.holdNo(),
                                hold.scope(),
                                hold.reason(),
                                hold.from().toString(),
                                hold.to().map(Object::toString).orElse("until lifted"),
                                hold.channels()))
                        .toList(),
                "hold",
                "scope",
                "reason",
                "from",
                "to",
                "keeps away");
    }

    private static Table promises(AccountContext account, LoanFigures figures) {
        return table(
                account.promises().stream()
                        .map(promise -> List.of(
                                promise.promiseNo(),
                                promise.madeOn().toString(),
                                promise.dueOn().toString(),
                                figures.money(promise.amountMinor()),
                                promise.state().code()))
                        .toList(),
                "promise",
                "made on",
                "due on",
                "amount",
                "state");
    }

    private static Table notices(AccountContext account) {
        return table(
                account.notices().stream()
                        .map(notice -> List.of(
                                notice.noticeNo(),
                                notice.channel(),
                                notice.stage(),
                                notice.sentOn().toString()))
                        .toList(),
                "notice",
                "channel",
                "stage",
                "sent on");
    }

    private static Table placements(AccountContext account) {
        return table(
                account.placements().stream()
                        .map(placement -> List.of(
                                placement.agency(),
                                placement.placedOn().toString(),
                                placement.recalledOn().map(Object::toString).orElse("still there"),
                                placement.recallReason().orElse("")))
                        .toList(),
                "agency",
                "placed on",
                "recalled on",
                "why");
    }

    private static Table table(List<List<String>> rows, String... headings) {
        return Table.of(List.of(headings).stream().map(Column::left).toList(), rows, List.of());
    }
}
