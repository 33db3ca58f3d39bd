package org.arrears.ingest;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows of holds files into {@code hold}. */
final class HoldTable implements Destination {

    private static final List<String> REASONS = List.of(
            "dispute",
            "deceased",
            "bankruptcy",
            "hardship",
            "complaint",
            "litigation",
            "do-not-contact",
            "fraud",
            "settlement");
    private static final List<String> CHANNELS = List.of("sms", "letter", "agency");
    private static final String ALL_CHANNELS = "all";
    private static final int CHANNEL_COLUMN = 6;

    @Override
    public String table() {
        return "hold";
    }

    @Override
    public List<String> key() {
        return List.of("hold_no");
    }

    @Override
    public List<String> columns() {
        return List.of("hold_no", "scope", "ref_no", "reason", "starts_on", "ends_on", "channels", "note");
    }

    @Override
    public Map<String, String> defaults() {
        return Map.of("channels", "'" + ALL_CHANNELS + "'");
    }

    @Override
    public void write(RowFields row, RowSink out, int fileNo) throws SQLException {
        String holdNo = row.key(0);
        String scope = row.code(1, List.of("loan", "customer"));
        String refNo = row.key(2);
        String reason = row.code(3, REASONS);
        LocalDate startsOn = row.date(4);
        Optional<LocalDate> endsOn = row.dateOrEmpty(5);
        String channels = channels(row);
        String note = row.textOrEmpty(7);
        if (row.isGood() && endsOn.isPresent() && endsOn.get().isBefore(startsOn)) {
            row.reject(5, row.raw(5), RejectCode.DATES_OUT_OF_ORDER, "is before starts_on " + startsOn);
        }
        if (row.isGood()) {
            out.row()
                    .text(holdNo)
                    .text(scope)
                    .text(refNo)
                    .text(reason)
                    .date(startsOn)
                    .date(endsOn);
            out.textOr(channels, ALL_CHANNELS).textOrNull(note).integer(fileNo).integer(row.line());
        }
    }

    private static String channels(RowFields row) {
        String value = row.raw(CHANNEL_COLUMN);
        if (value.isEmpty() || value.equals(ALL_CHANNELS)) {
            return value;
        }
        for (String channel : value.split(";", -1)) {
            if (!CHANNELS.contains(channel)) {
                row.reject(
                        CHANNEL_COLUMN,
                        value,
                        RejectCode.UNKNOWN_CODE,
                        "is neither all nor a ; list of " + String.join(", ", CHANNELS));
            }
        }
        return value;
    }

    @Override
    public List<StageCheck> checks() {
        return List.of(
                new StageCheck(
                        RejectCode.UNKNOWN_LOAN,
                        "ref_no",
                        "s.scope = 'loan' AND NOT EXISTS (SELECT 1 FROM loan l WHERE l.loan_no = s.ref_no)",
                        "is not a loan of this lender"),
                new StageCheck(
                        RejectCode.UNKNOWN_CUSTOMER,
                        "ref_no",
                        "s.scope = 'customer' AND NOT EXISTS"
                                + " (SELECT 1 FROM customer c WHERE c.customer_no = s.ref_no)",
                        "is not a customer of this lender"));
    }
}
