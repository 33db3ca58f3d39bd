-- The numbers that accounts have at agencies: they name no loan, and are never given to another account, whatever is
-- decided again for a date.
CREATE TABLE placement_number (
    placed_on date NOT NULL,
    loan_no text COLLATE "C" NOT NULL,
    running integer NOT NULL,
    placement_no text COLLATE "C" NOT NULL,
    PRIMARY KEY (placed_on, loan_no),
    UNIQUE (placed_on, running),
    UNIQUE (placement_no)
);

-- Accounts that were placed before keep the numbers that their agencies know.
INSERT INTO placement_number (placed_on, loan_no, running, placement_no)
SELECT placed_on, loan_no, row_number() OVER (PARTITION BY placed_on ORDER BY placement_no), placement_no
FROM placement;
