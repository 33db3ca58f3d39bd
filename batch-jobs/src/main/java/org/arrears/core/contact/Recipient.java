package org.arrears.core.contact;

/** Where a debtor can be reached; empty texts where the lender does not know. */
public record Recipient(
        String customerNo, String name, String phone, String address, String postalCode, String language) {}
