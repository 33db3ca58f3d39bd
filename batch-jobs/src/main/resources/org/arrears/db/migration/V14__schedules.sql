-- Written by ingest. A schedule is one value: it is delivered and replaced whole, so it is one row, its installments in
-- the order of seq. The arrays are of equal length. All rows come from file_no, or each from its own of file_nos.
CREATE TABLE schedule (
    loan_no text COLLATE "C" NOT NULL,
    seq integer[] NOT NULL,
    due_on date[] NOT NULL,
    principal bigint[] NOT NULL,
    interest bigint[] NOT NULL,
    fee bigint[] NOT NULL,
    file_no integer NOT NULL,
    file_nos integer[],
    line integer[] NOT NULL,
    CHECK (cardinality(seq) > 0 AND cardinality(due_on) = cardinality(seq) AND cardinality(principal) = cardinality(seq)
        AND cardinality(interest) = cardinality(seq) AND cardinality(fee) = cardinality(seq)
        AND cardinality(line) = cardinality(seq)),
    CHECK (file_nos IS NULL OR cardinality(file_nos) = cardinality(seq))
);

INSERT INTO schedule (loan_no, seq, due_on, principal, interest, fee, file_no, file_nos, line)
SELECT loan_no, array_agg(seq ORDER BY seq), array_agg(due_on ORDER BY seq), array_agg(principal ORDER BY seq),
    array_agg(interest ORDER BY seq), array_agg(fee ORDER BY seq), max(file_no),
    CASE WHEN min(file_no) < max(file_no) THEN array_agg(file_no ORDER BY seq) END, array_agg(line ORDER BY seq)
FROM installment GROUP BY loan_no ORDER BY loan_no;

ALTER TABLE schedule ADD PRIMARY KEY (loan_no);

-- Nobody looks for a schedule by what is in its arrays, and statistics of their elements are dear.
ALTER TABLE schedule ALTER seq SET STATISTICS 0, ALTER due_on SET STATISTICS 0, ALTER principal SET STATISTICS 0,
    ALTER interest SET STATISTICS 0, ALTER fee SET STATISTICS 0, ALTER file_nos SET STATISTICS 0,
    ALTER line SET STATISTICS 0;

DROP TABLE installment;

-- Installments by row, as they were a table before.
CREATE VIEW installment AS
SELECT s.loan_no, i.seq, i.due_on, i.principal, i.interest, i.fee, coalesce(s.file_nos[i.place], s.file_no) AS file_no,
    i.line
FROM schedule s
CROSS JOIN LATERAL unnest(s.seq, s.due_on, s.principal, s.interest, s.fee, s.line)
    WITH ORDINALITY AS i (seq, due_on, principal, interest, fee, line, place);

ANALYZE schedule;
