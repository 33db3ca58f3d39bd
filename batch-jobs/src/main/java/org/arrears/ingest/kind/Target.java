package org.arrears.ingest.kind;

/** What a row may refer to and a rejected row may be about. */
public enum Target {
    CUSTOMER("customer", "customer_no", RejectCode.UNKNOWN_CUSTOMER),
    LOAN("loan", "loan_no", RejectCode.UNKNOWN_LOAN);

    private final String table;
    private final String key;
    private final RejectCode unknown;

    Target(String table, String key, RejectCode unknown) {
        this.table = table;
        this.key = key;
        this.unknown = unknown;
    }

    /** Returns why a row is rejected that names one which is not there. */
    public RejectCode unknown() {
        return unknown;
    }

    /** Returns the condition that there is none under the number in a staged column. */
    public String lacks(String column) {
        return "NOT EXISTS (SELECT 1 FROM " + table + " r WHERE r." + key + " = s." + column + ")";
    }
}
