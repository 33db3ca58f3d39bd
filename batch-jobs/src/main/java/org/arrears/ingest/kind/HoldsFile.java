package org.arrears.ingest.kind;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.arrears.core.policy.NoticePolicy.Channel;

/** Holds files: what nobody is to be written to or sued for, and until when. */
final class HoldsFile implements FileKind {

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
    private static final List<String> CHANNELS = Stream.concat(
                    Arrays.stream(Channel.values()).map(Channel::code), Stream.of("agency"))
            .toList();
    private static final String ALL_CHANNELS = "all";
    private static final int CHANNEL_COLUMN = 6;

    private static final Columns COLUMNS = Columns.of(
            Column.text("hold_no").needed(),
            Column.text("scope").needed(),
            Column.text("ref_no").needed(),
            Column.text("reason").needed(),
            Column.date("starts_on").needed(),
            Column.date("ends_on"),
            Column.text("channels").or(ALL_CHANNELS),
            Column.text("note").personal());

    @Override
    public String code() {
        return "holds";
    }

    @Override
    public String table() {
        return "hold";
    }

    @Override
    public Columns columns() {
        return COLUMNS;
    }

    @Override
    public List<String> key() {
        return List.of("hold_no");
    }

    @Override
    public List<Reference> references() {
        return List.of(
                new Reference(
                        Target.LOAN,
                        "ref_no",
                        Optional.of(new Reference.When("scope", "loan")),
                        "is not a loan of this lender"),
                new Reference(
                        Target.CUSTOMER,
                        "ref_no",
                        Optional.of(new Reference.When("scope", "customer")),
                        "is not a customer of this lender"));
    }

    @Override
    public void write(RowFields row, LoanCurrencies currencies, RowSink out) throws SQLException {
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
            out.textOr(channels, ALL_CHANNELS).textOrNull(note);
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
}
