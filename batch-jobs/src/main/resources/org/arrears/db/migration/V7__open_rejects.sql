-- Written by ingest. Rejected rows that nobody has mended yet: a loan or customer named here is not acted on. A row is known
-- by what it is about and why it was rejected, so the same row rejected again on a later night is the same one.
CREATE TABLE open_reject (
    reject_no bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind text COLLATE "C" NOT NULL,
    key text COLLATE "C" NOT NULL,
    code text COLLATE "C" NOT NULL,
    loan_no text COLLATE "C",
    customer_no text COLLATE "C",
    file text NOT NULL,
    line integer NOT NULL,
    message text NOT NULL,
    first_on date NOT NULL,
    last_on date NOT NULL,
    closed_on date,
    closed_by text,
    CHECK ((closed_on IS NULL) = (closed_by IS NULL))
);
CREATE UNIQUE INDEX open_reject_known ON open_reject (kind, key, code) WHERE closed_on IS NULL;
CREATE INDEX open_reject_loan ON open_reject (loan_no) WHERE closed_on IS NULL;
CREATE INDEX open_reject_customer ON open_reject (customer_no) WHERE closed_on IS NULL;
