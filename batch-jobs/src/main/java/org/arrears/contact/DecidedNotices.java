package org.arrears.contact;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.arrears.core.policy.DayRange;
import org.arrears.core.policy.NoticePolicy;
import org.arrears.core.policy.NoticePolicy.Channel;
import org.arrears.run.KeyRange;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is decided for one business date on some channels, by ranges of customers. */
final class DecidedNotices {

    private static final KeyRange ALL = new KeyRange("", "");

    private final JdbcClient jdbc;
    private final LocalDate asOf;
    private final Set<Channel> channels;

    DecidedNotices(JdbcClient jdbc, LocalDate asOf, Set<Channel> channels) {
        this.jdbc = jdbc;
        this.asOf = asOf;
        this.channels = Set.copyOf(channels);
    }

    /** Forgets what an earlier run, or an attempt that did not finish with this range, decided. */
    void forget(KeyRange customers) {
        for (String table : List.of("notice", "notice_suppression")) {
            jdbc.sql("DELETE FROM " + table + " WHERE " + ours(table, customers))
                    .param("asOf", asOf)
                    .param("channels", codes())
                    .update();
        }
    }

    /** Counts the debtors of whom something is decided. */
    long debtors(KeyRange customers) {
        return jdbc.sql("SELECT count(*) FROM (SELECT customer_no FROM notice WHERE " + ours("notice", customers)
                        + " UNION SELECT customer_no FROM notice_suppression WHERE "
                        + ours("notice_suppression", customers) + ") decided")
                .param("asOf", asOf)
                .param("channels", codes())
                .query(Long.class)
                .single();
    }

    /** A debtor whom no channel has a stage for is suppressed on none. */
    private static String ours(String table, KeyRange customers) {
        String channel = table.equals("notice") ? "channel IN (:channels)" : "channel IN ('', :channels)";
        return "as_of = :asOf AND " + channel + " AND " + customers.condition("customer_no");
    }

    private List<String> codes() {
        return channels.stream().map(Channel::code).sorted().toList();
    }

    /** Counts the debtors in arrears. */
    long inArrears() {
        return jdbc.sql("SELECT count(DISTINCT a.customer_no) FROM (" + new LoansOfDebtors(asOf, ALL).overdue() + ") a")
                .query(Long.class)
                .single();
    }

    /** Returns ranges of customers with about as many loans to look at each; together they hold every customer. */
    List<KeyRange> ranges(NoticePolicy policy, int count) {
        LoansOfDebtors all = new LoansOfDebtors(asOf, ALL);
        String keys = "SELECT a.customer_no AS key FROM (" + all.overdue() + ") a";
        String ahead = DueSoon.daysToDue(policy)
                .map((DayRange days) -> " UNION ALL SELECT a.customer_no FROM (" + all.dueWithin(days) + ") a")
                .orElse("");
        return KeyRange.cut(jdbc, keys + ahead, count);
    }
}
