package org.arrears.core.replay;

import java.util.List;
import org.arrears.core.loan.AnomalyKind;

/**
 * Something in a loan's facts that cannot be what the lender meant; shown on the account, never dropped.
 *
 * @param subject the transaction number, the number of the installment or the value it is about; "schedule" for the
 *     schedule as a whole
 * @param figures what was compared, amounts in major units
 * @param text one line for people
 */
public record Anomaly(AnomalyKind kind, String subject, List<Figure> figures, String text) {

    /** A date, an amount or a name that the anomaly is made of. */
    public record Figure(String name, String value) {}

    public Anomaly {
        figures = List.copyOf(figures);
        if (text.isBlank() || text.indexOf('\n') >= 0) {
            throw new IllegalStateException(kind.code() + " is not told in one line: " + text);
        }
    }

    /** Makes an anomaly of figures given as name, value, name, value. */
    static Anomaly of(AnomalyKind kind, String subject, String text, String... namesAndValues) {
        Figure[] figures = new Figure[namesAndValues.length / 2];
        for (int i = 0; i < figures.length; i++) {
            figures[i] = new Figure(namesAndValues[2 * i], namesAndValues[2 * i + 1]);
        }
        return new Anomaly(kind, subject, List.of(figures), text);
    }
}
