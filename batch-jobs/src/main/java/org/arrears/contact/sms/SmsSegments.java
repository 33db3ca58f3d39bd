package org.arrears.contact.sms;

/**
 * How many segments a message is sent and paid as (3GPP TS 23.038 and 23.040).
 *
 * <p>A text of GSM-7 characters only holds 160 septets in one segment and 153 in each of several; characters of
 * the extension table take 2
 * septets. Any other text is UCS-2: 70 units in one segment, 67 in each of several; a character outside the basic
 * plane takes 2 units. No
 * character is split between segments.
 */
public final class SmsSegments {
    private static final int GSM_SINGLE = 160;
    private static final int GSM_EACH = 153;
    private static final int UCS2_SINGLE = 70;
    private static final int UCS2_EACH = 67;

    private static final String GSM_BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String GSM_EXTENSION = "\f^{}\\[~]|€";

    private SmsSegments() {}

    /** The segments of a text; none for an empty text. */
    public static int count(String text) {
        return text.codePoints().allMatch(ch -> septets(ch) > 0)
                ? segments(text.codePoints().map(SmsSegments::septets).toArray(), GSM_SINGLE, GSM_EACH)
                : segments(text.codePoints().map(Character::charCount).toArray(), UCS2_SINGLE, UCS2_EACH);
    }

    private static int septets(int ch) {
        if (GSM_BASIC.indexOf(ch) >= 0) {
            return 1;
        }
        return GSM_EXTENSION.indexOf(ch) >= 0 ? 2 : 0;
    }

    private static int segments(int[] widths, int single, int each) {
        int total = 0;
        int segments = 1;
        int used = 0;
        for (int width : widths) {
            total += width;
            if (used + width > each) {
                segments++;
                used = 0;
            }
            used += width;
        }
        if (total == 0) {
            return 0;
        }
        return total <= single ? 1 : segments;
    }
}
