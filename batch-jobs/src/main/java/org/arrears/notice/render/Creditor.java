package org.arrears.notice.render;

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
}
