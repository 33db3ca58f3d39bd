package org.arrears.contact.render;

import org.arrears.render.PrintableValue;

/** Who a notice is addressed to; phone, address and postal code are empty where the lender has none. */
public record Debtor(String customerNo, String name, String phone, String address, String postalCode) {
    public Debtor {
        Required.text("customerNo", customerNo);
        Required.text("name", name);
    }

    /** Says nothing of itself: a template or a log would show all of it. */
    @Override
    public String toString() {
        return PrintableValue.unprinted("debtor");
    }
}
