-- Written by assess. A row holds from as_of through through_on; an overdue loan has a row a day, a current one has one
-- until something of it falls due.
CREATE TABLE assessment (
    loan_no text COLLATE "C" NOT NULL,
    as_of date NOT NULL,
    through_on date NOT NULL,
    customer_no text COLLATE "C" NOT NULL,
    product text COLLATE "C" NOT NULL,
    currency text COLLATE "C" NOT NULL,
    past_due_days integer NOT NULL,
    dpd integer NOT NULL,
    bucket text COLLATE "C" NOT NULL,
    classification text COLLATE "C" NOT NULL,
    oldest_due_on date,
    overdue_since date,
    missed_installments integer NOT NULL,
    overdue_principal bigint NOT NULL,
    overdue_interest bigint NOT NULL,
    overdue_fee bigint NOT NULL,
    penalty bigint NOT NULL,
    compound bigint NOT NULL,
    total_overdue bigint NOT NULL,
    principal_balance bigint NOT NULL,
    held_credit bigint NOT NULL,
    daily_accrual bigint NOT NULL,
    penalty_rate_e12 bigint NOT NULL,
    last_payment_on date,
    anomalies integer NOT NULL,
    anomaly_texts text,
    PRIMARY KEY (loan_no, as_of),
    CHECK (as_of <= through_on),
    CHECK (total_overdue = overdue_principal + overdue_interest + overdue_fee + penalty + compound)
);
CREATE INDEX assessment_through_on ON assessment (through_on);
CREATE INDEX assessment_overdue ON assessment (as_of) WHERE past_due_days > 0;

CREATE UNLOGGED TABLE assessment_candidate (
    loan_no text COLLATE "C" PRIMARY KEY
);

-- Whether the assessment under way looks at the candidates only; one row.
CREATE TABLE assessment_choice (
    only_candidates boolean NOT NULL
);

-- What the partitions have worked out and the next step installs; a crash of the server empties it and the run goes on.
CREATE UNLOGGED TABLE assessment_new (LIKE assessment INCLUDING DEFAULTS);

CREATE TABLE assessed (
    as_of date PRIMARY KEY,
    policy_sha256 text NOT NULL,
    file_no integer NOT NULL,
    loans bigint NOT NULL
);

-- Written by notice. What is sent is decided once: one notice for a debtor, stage and business date.
CREATE TABLE notice (
    notice_no text COLLATE "C" PRIMARY KEY,
    as_of date NOT NULL,
    customer_no text COLLATE "C" NOT NULL,
    channel text COLLATE "C" NOT NULL,
    stage text COLLATE "C" NOT NULL,
    occurrence integer NOT NULL,
    about_due_on date,
    template text NOT NULL,
    language text NOT NULL,
    pay_by date NOT NULL,
    name text NOT NULL,
    phone text,
    address text,
    postal_code text,
    UNIQUE (customer_no, stage, as_of)
);
CREATE INDEX notice_as_of ON notice (as_of, channel);

CREATE TABLE notice_loan (
    notice_no text COLLATE "C" NOT NULL REFERENCES notice ON DELETE CASCADE,
    loan_no text COLLATE "C" NOT NULL,
    contract_on date NOT NULL,
    product text NOT NULL,
    currency text NOT NULL,
    dpd integer NOT NULL,
    principal_balance bigint NOT NULL,
    oldest_due_on date NOT NULL,
    principal bigint NOT NULL,
    interest bigint NOT NULL,
    fee bigint NOT NULL,
    penalty bigint NOT NULL,
    compound bigint NOT NULL,
    total bigint NOT NULL,
    daily_accrual bigint NOT NULL,
    penalty_rate_e12 bigint NOT NULL,
    PRIMARY KEY (notice_no, loan_no),
    CHECK (total = principal + interest + fee + penalty + compound)
);

CREATE TABLE notice_output (
    notice_no text COLLATE "C" PRIMARY KEY REFERENCES notice ON DELETE CASCADE,
    file text NOT NULL,
    first_page integer,
    pages integer,
    segments integer,
    sha256 text NOT NULL
);

CREATE TABLE notice_suppression (
    as_of date NOT NULL,
    customer_no text COLLATE "C" NOT NULL,
    channel text NOT NULL,
    stage text NOT NULL,
    reason text NOT NULL,
    until date,
    PRIMARY KEY (as_of, customer_no, stage)
);

-- Written by handoff.
CREATE TABLE placement (
    placement_no text COLLATE "C" PRIMARY KEY,
    agency text COLLATE "C" NOT NULL,
    customer_no text COLLATE "C" NOT NULL,
    loan_no text COLLATE "C" NOT NULL,
    currency text NOT NULL,
    placed_on date NOT NULL,
    total_overdue bigint NOT NULL,
    recalled_on date,
    recall_reason text,
    CHECK ((recalled_on IS NULL) = (recall_reason IS NULL))
);
-- One account is with one agency at a time.
CREATE UNIQUE INDEX placement_open ON placement (loan_no) WHERE recalled_on IS NULL;
CREATE INDEX placement_placed_on ON placement (placed_on);
CREATE INDEX placement_recalled_on ON placement (recalled_on);
