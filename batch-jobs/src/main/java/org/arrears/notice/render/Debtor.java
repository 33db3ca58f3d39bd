package org.arrears.notice.render;

/** Who a notice is addressed to; phone, address and postal code are empty where the lender has none. */
public record Debtor(String customerNo, String name, String phone, String address, String postalCode) {
    public Debtor {
        Required.text("customerNo", customerNo);
        Required.text("name", name);
    }
}
