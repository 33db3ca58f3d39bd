package org.arrears.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The smallest files that make a whole inbox: one customer, one loan, two installments, one payment. */
final class Tiny {

    static final String POLICY = """
            policy: tiny
            penalty:
              multiple: 1.5
            buckets:
              ranges: { M0: 0, M1: 1-30, M2: 31+ }
            files:
              max-rejects: 1
              required: [loans]
            anomalies: { hold: [] }
            """;

    private final Map<String, String> files = new LinkedHashMap<>();

    Tiny() {
        files.put("customers.csv", """
                customer_no,name,phone
                C1,张三,19900000001
                """);
        files.put("loans.csv", """
                loan_no,customer_no,product,currency,principal,annual_rate,disbursed_on,matures_on
                L1,C1,CASH,CNY,1000.00,0.12,2026-01-15,2027-01-15
                """);
        files.put("installments.csv", """
                loan_no,seq,due_on,principal,interest
                L1,1,2026-09-15,100.00,10.00
                L1,2,2026-10-15,100.00,9.00
                """);
        files.put("transactions.csv", """
                txn_no,loan_no,type,value_on,amount
                T1,L1,payment,2026-09-20,30.00
                """);
    }

    /** Puts another text, or none if it is empty, in the place of a file. */
    Tiny with(String name, String text) {
        files.remove(name);
        if (!text.isEmpty()) {
            files.put(name, text);
        }
        return this;
    }

    /** Appends to a file. */
    Tiny plus(String name, String text) {
        files.merge(name, text, String::concat);
        return this;
    }

    /** Writes the files and the policy beside them; returns the inbox. */
    Path in(Lender lender, String inbox) {
        String[] namesAndTexts = new String[files.size() * 2];
        int i = 0;
        for (Map.Entry<String, String> file : files.entrySet()) {
            namesAndTexts[i++] = file.getKey();
            namesAndTexts[i++] = file.getValue();
        }
        lender.inbox(inbox, "policy.yaml", POLICY);
        return lender.inbox(inbox, namesAndTexts);
    }
}
