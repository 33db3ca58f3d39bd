package org.arrears.sample;

/** One row of the customers file; empty where something is not known. */
record Customer(
        int index,
        String name,
        String idNo,
        String phone,
        String email,
        String address,
        String postalCode,
        String region,
        String language) {
    Customer {
        if (index < 0 || name.isEmpty()) {
            throw new IllegalStateException("a customer needs an index and a name: " + index + ", " + name);
        }
    }

    Customer withoutPhone() {
        return new Customer(index, name, idNo, "", email, address, postalCode, region, language);
    }

    Customer withoutAddress() {
        return new Customer(index, name, idNo, phone, email, "", "", region, language);
    }
}
