package org.arrears.core.replay;

import org.arrears.core.loan.AnomalyKind;
import org.arrears.core.loan.Transaction.Waiver;
import org.arrears.core.money.CurrencyUnit;

/** What a waiver could not be used for (calculation spec, section 6): no credit, an anomaly. */
final class WaiverAnomalies {

    private WaiverAnomalies() {}

    static Anomaly exceeds(CurrencyUnit currency, Waiver waiver, long unusedMinor) {
        String component = waiver.component().code();
        String amount = currency.format(waiver.amountMinor());
        String unused = currency.format(unusedMinor);
        return Anomaly.of(
                AnomalyKind.WAIVER_EXCEEDS_OUTSTANDING,
                waiver.txnNo(),
                "waiver " + waiver.txnNo() + " of " + component + " " + amount + " exceeds what was outstanding on "
                        + waiver.valueOn() + " by " + unused,
                "value_on",
                waiver.valueOn().toString(),
                "component",
                component,
                "amount",
                amount,
                "unused",
                unused);
    }
}
