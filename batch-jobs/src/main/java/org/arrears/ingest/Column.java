package org.arrears.ingest;

/** A column of an input file. */
record Column(String name, boolean required) {

    /** What stands in a column, as far as a mapping has to know. */
    enum Type {
        TEXT,
        DATE,
        AMOUNT,
        RATE
    }

    static Column required(String name) {
        return new Column(name, true);
    }

    static Column optional(String name) {
        return new Column(name, false);
    }

    Type type() {
        return switch (name) {
            case "date", "disbursed_on", "matures_on", "accelerated_on" -> Type.DATE;
            case "due_on", "value_on", "starts_on", "ends_on", "made_on" -> Type.DATE;
            case "principal", "interest", "fee", "amount" -> Type.AMOUNT;
            case "annual_rate", "penalty_annual_rate" -> Type.RATE;
            default -> Type.TEXT;
        };
    }
}
