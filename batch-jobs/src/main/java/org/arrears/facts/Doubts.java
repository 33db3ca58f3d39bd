package org.arrears.facts;

import java.util.stream.Collectors;
import org.arrears.core.loan.Doubt;
import org.arrears.core.policy.AnomalyPolicy;

/**
 * The one answer to whether a loan can be acted on by what is known of it. It is an SQL expression over an assessment,
 * read with the account itself, so that it takes no memory however many loans are in doubt.
 */
public final class Doubts {

    private static final String OPEN = " IS NOT NULL AND closed_on IS NULL)";

    private final AnomalyPolicy policy;

    private Doubts(AnomalyPolicy policy) {
        this.policy = policy;
    }

    public static Doubts under(AnomalyPolicy policy) {
        return new Doubts(policy);
    }

    /**
     * Returns the code of the doubt about an assessed loan as SQL, null where there is none.
     *
     * @param assessment the alias of the table {@code assessment}
     */
    public String about(String assessment) {
        return "CASE WHEN " + named("loan_no", assessment) + " OR " + named("customer_no", assessment) + " THEN '"
                + Doubt.ROW_REJECTED.code() + "' WHEN " + anomalous(assessment) + " THEN '"
                + Doubt.FACTS_DOUBTFUL.code() + "' END";
    }

    private static String named(String column, String assessment) {
        return assessment + "." + column + " IN (SELECT " + column + " FROM open_reject WHERE " + column + OPEN;
    }

    private String anomalous(String assessment) {
        if (policy.hold().isEmpty()) {
            return "false";
        }
        String held = policy.heldCodes().stream().map(code -> "'" + code + "'").collect(Collectors.joining(","));
        return assessment + ".anomalies > 0 AND string_to_array(" + assessment + ".anomaly_codes, E'\\n') && ARRAY["
                + held + "]";
    }
}
