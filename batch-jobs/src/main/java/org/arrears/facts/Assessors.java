package org.arrears.facts;

import java.time.LocalDate;
import java.util.Set;
import org.arrears.core.policy.Policy;
import org.arrears.core.replay.Assessor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes assessors with the calendar that the database holds. */
public final class Assessors {

    private Assessors() {}

    public static Assessor under(Policy policy, JdbcClient jdbc) {
        return new Assessor(policy, days(jdbc, "holiday"), days(jdbc, "workday"));
    }

    private static Set<LocalDate> days(JdbcClient jdbc, String kind) {
        return Set.copyOf(jdbc.sql("SELECT date FROM calendar_day WHERE kind = ?")
                .params(kind)
                .query(LocalDate.class)
                .list());
    }
}
