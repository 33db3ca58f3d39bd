package org.arrears.core.replay;

/**
 * What one more day with nothing paid adds to one installment; minor units.
 *
 * @param days that the day counts, 0 on a 31st by 30E/360
 */
public record NextDay(int seq, long days, long penaltyMinor, long compoundMinor) {

    public NextDay {
        if (days < 0 || penaltyMinor < 0 || compoundMinor < 0) {
            throw new IllegalStateException(
                    "installment " + seq + " falls by a day: " + penaltyMinor + ", " + compoundMinor);
        }
    }
}
