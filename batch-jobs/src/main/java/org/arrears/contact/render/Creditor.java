package org.arrears.contact.render;

import org.arrears.render.PrintableValue;

/**
 * The lender as notices state it: its name, the signature of its SMS, its official phone and address, and how to
 * pay.
 */
public record Creditor(String name, String signature, String phone, String address, String payment) {
    public Creditor {
        Required.text("name", name);
        Required.text("signature", signature);
        Required.text("phone", phone);
        Required.text("address", address);
        Required.text("payment", payment);
    }

    /** Says nothing of itself: a template or a log would show all of it. */
    @Override
    public String toString() {
        return PrintableValue.unprinted("creditor");
    }
}
