package org.arrears.db;

/** What an array in binary COPY is made of, by the number PostgreSQL has for the type and the bytes of a value. */
enum ArrayElement {
    BIGINT(20, 8),
    INTEGER(23, 4),
    DATE(1082, 4);

    /** Dimensions, whether there are NULLs, the type, and the length and lower bound of the one dimension. */
    static final int HEADER_BYTES = 20;

    private final int oid;
    private final int bytes;

    ArrayElement(int oid, int bytes) {
        this.oid = oid;
        this.bytes = bytes;
    }

    int oid() {
        return oid;
    }

    int bytes() {
        return bytes;
    }
}
