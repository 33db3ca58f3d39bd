-- Rows of a file that say what an earlier row of its delivery says, and how many stored values it emptied, by column.
ALTER TABLE source_file ADD COLUMN repeated bigint NOT NULL DEFAULT 0, ADD COLUMN cleared jsonb NOT NULL DEFAULT '{}';

-- Why somebody dismissed a reject. What was dismissed stays so when the same row is rejected again.
ALTER TABLE open_reject ADD COLUMN reason text;

-- Two rows under one key may name different loans: each is to be mended.
DROP INDEX open_reject_known;
CREATE UNIQUE INDEX open_reject_known
    ON open_reject (kind, key, code, coalesce(loan_no, ''), coalesce(customer_no, '')) WHERE closed_on IS NULL;
