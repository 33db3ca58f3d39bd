package org.arrears.sample;

import java.util.List;

/** A file of the inbox: its name, columns and what its control file sums. */
enum InboxFile {
    CALENDAR("calendar-2026.csv", "date,kind,name", "", 0),
    CUSTOMERS("customers.csv", "customer_no,name,id_no,phone,email,address,postal_code,region,language", "", 0),
    LOANS("loans.csv", Columns.LOANS, "principal", 2),
    LOANS_OVERSEAS("loans-overseas.csv", Columns.LOANS, "principal", 3),
    INSTALLMENTS("installments.csv", Columns.INSTALLMENTS, "principal,interest", 2),
    INSTALLMENTS_OVERSEAS("installments-overseas.csv", Columns.INSTALLMENTS, "principal,interest", 3),
    TRANSACTIONS("transactions.csv", Columns.TRANSACTIONS, "amount", 2),
    TRANSACTIONS_OVERSEAS("transactions-overseas.csv", Columns.TRANSACTIONS, "amount", 3),
    HOLDS("holds.csv", "hold_no,scope,ref_no,reason,starts_on,ends_on,channels,note", "", 0),
    PROMISES("promises.csv", "promise_no,loan_no,made_on,due_on,amount", "", 0);

    private final String fileName;
    private final String columns;
    private final String sums;
    private final int sumDigits;

    InboxFile(String fileName, String columns, String sums, int sumDigits) {
        this.fileName = fileName;
        this.columns = columns;
        this.sums = sums;
        this.sumDigits = sumDigits;
    }

    static InboxFile loans(LoanCurrency currency) {
        return currency == LoanCurrency.CNY ? LOANS : LOANS_OVERSEAS;
    }

    static InboxFile installments(LoanCurrency currency) {
        return currency == LoanCurrency.CNY ? INSTALLMENTS : INSTALLMENTS_OVERSEAS;
    }

    static InboxFile transactions(LoanCurrency currency) {
        return currency == LoanCurrency.CNY ? TRANSACTIONS : TRANSACTIONS_OVERSEAS;
    }

    String fileName() {
        return fileName;
    }

    List<String> columns() {
        return List.of(columns.split(",", -1));
    }

    /** The columns summed in the control file; a file with none has no control file. */
    List<String> sums() {
        return sums.isEmpty() ? List.of() : List.of(sums.split(",", -1));
    }

    /** Fraction digits of the sums: those of the file's finest currency. */
    int sumDigits() {
        return sumDigits;
    }

    /** Whether a night has the file even with no rows, because the sample policy requires it. */
    boolean required() {
        return this == LOANS || this == INSTALLMENTS || this == TRANSACTIONS;
    }

    /** Columns that two files share. */
    private static final class Columns {
        static final String LOANS =
                "loan_no,customer_no,product,currency,principal,annual_rate,disbursed_on,matures_on,"
                        + "status,penalty_annual_rate,accelerated_on,manual_class,branch";
        static final String INSTALLMENTS = "loan_no,seq,due_on,principal,interest,fee";
        static final String TRANSACTIONS = "txn_no,loan_no,type,value_on,amount,component,reverses";
    }
}
